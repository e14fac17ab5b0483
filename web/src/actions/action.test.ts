import { expect, test } from "vitest";
import { type Action, actionFor, nameOfKey } from "./action";

const press = (key: string, code = "", more: Partial<KeyboardEvent> = {}) =>
  nameOfKey({ key, code, ctrlKey: false, metaKey: false, altKey: false, ...more });

test.each([
  ["d", "KeyD", {}, "d"],
  ["D", "KeyD", {}, "d"],
  ["ي", "KeyD", {}, "d"],
  ["؟", "Slash", {}, "?"],
  ["k", "KeyK", { ctrlKey: true }, "mod+k"],
  ["ن", "KeyK", { metaKey: true }, "mod+k"],
  ["ArrowRight", "ArrowRight", {}, "ArrowRight"],
  ["é", "Digit2", {}, "é"],
])("key %s at %s is named", (key, code, more, want) => {
  expect(press(key, code, more)).toBe(want);
});

test("the action on top wins, disabled ones and text fields stay out", () => {
  const fired: string[] = [];
  const make = (id: string, more: Partial<Action> = {}): Action => ({
    id,
    label: id,
    keys: ["s"],
    run: () => fired.push(id),
    ...more,
  });
  const actions = [make("below"), make("top"), make("off", { disabled: true })];
  actionFor(actions, "s", false)?.run();
  expect(fired).toEqual(["top"]);
  expect(actionFor(actions, "s", true)).toBeUndefined();
  expect(actionFor([make("always", { inFields: true })], "s", true)?.id).toBe("always");
});
