import type { Settings } from "sigma/settings";
import type { NodeDisplayData, PartialButFor } from "sigma/types";

type LabelData = PartialButFor<NodeDisplayData, "x" | "y" | "size" | "label" | "color">;

/** Whether the first strong letter of a label is written from right to left. */
export function isRightToLeft(label: string): boolean {
  const strong = /[\p{Script=Arabic}\p{Script=Hebrew}]|\p{L}/u.exec(label);
  return strong !== null && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(strong[0]);
}

/**
 * Draws the label of a node: Arabic labels to the left of the node and from right to left, all with a rim in the colour
 * of the paper so that lines do not cross the letters.
 */
export function drawLabel(paper: string) {
  return (ctx: CanvasRenderingContext2D, data: LabelData, settings: Settings): void => {
    if (!data.label) return;
    put(ctx, data, settings);
    const side = isRightToLeft(data.label) ? -1 : 1;
    const x = data.x + side * (data.size + 4);
    const y = data.y + settings.labelSize / 3;
    ctx.lineJoin = "round";
    ctx.lineWidth = 3;
    ctx.strokeStyle = paper;
    ctx.strokeText(data.label, x, y);
    ctx.fillStyle = settings.labelColor.color ?? "#000";
    ctx.fillText(data.label, x, y);
  };
}

/** Draws the label of the node under the pointer or picked, on a plate. */
export function drawHover(paper: string, ink: string) {
  return (ctx: CanvasRenderingContext2D, data: LabelData, settings: Settings): void => {
    ctx.beginPath();
    ctx.arc(data.x, data.y, data.size + 3, 0, Math.PI * 2);
    ctx.strokeStyle = ink;
    ctx.lineWidth = 2;
    ctx.stroke();
    if (!data.label) return;
    put(ctx, data, settings);
    const left = isRightToLeft(data.label);
    const width = ctx.measureText(data.label).width + 10;
    const x = data.x + (left ? -1 : 1) * (data.size + 6);
    ctx.fillStyle = paper;
    ctx.fillRect(left ? x - width + 5 : x - 5, data.y - settings.labelSize, width, settings.labelSize * 2);
    ctx.lineWidth = 1;
    ctx.strokeRect(left ? x - width + 5 : x - 5, data.y - settings.labelSize, width, settings.labelSize * 2);
    ctx.fillStyle = ink;
    ctx.fillText(data.label, x, data.y + settings.labelSize / 3);
  };
}

function put(ctx: CanvasRenderingContext2D, data: LabelData, settings: Settings): void {
  const left = isRightToLeft(data.label ?? "");
  ctx.font = `500 ${settings.labelSize}px ${settings.labelFont}`;
  ctx.direction = left ? "rtl" : "ltr";
  ctx.textAlign = left ? "right" : "left";
}
