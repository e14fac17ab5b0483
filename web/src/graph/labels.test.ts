import { expect, test } from "vitest";
import { drawLabel, isRightToLeft } from "./labels";

test.each([
  ["أحمد", true],
  ["Ahmed", false],
  ["12 أحمد", true],
  ["Ahmed أحمد", false],
  ["", false],
  ["123", false],
])("%s is right to left: %s", (label, want) => {
  expect(isRightToLeft(label)).toBe(want);
});

test("an Arabic label is drawn on the left of its node", () => {
  const drawn: [string, number, string, string][] = [];
  const ctx = {
    font: "",
    direction: "",
    textAlign: "",
    strokeText: () => undefined,
    fillText(this: CanvasRenderingContext2D, text: string, x: number) {
      drawn.push([text, x, this.direction, this.textAlign]);
    },
  } as unknown as CanvasRenderingContext2D;
  const settings = { labelSize: 12, labelFont: "x", labelColor: { color: "#000" } } as never;
  const draw = drawLabel("#fff");
  draw(ctx, { x: 100, y: 50, size: 6, label: "أحمد", color: "#000" }, settings);
  draw(ctx, { x: 100, y: 50, size: 6, label: "Ahmed", color: "#000" }, settings);
  expect(drawn).toEqual([
    ["أحمد", 90, "rtl", "right"],
    ["Ahmed", 110, "ltr", "left"],
  ]);
});
