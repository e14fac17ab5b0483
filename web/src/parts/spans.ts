import type { Span } from "../api/types";

/**
 * Translates between the offsets of the server, which count Unicode code points, and those of JavaScript strings, which
 * count UTF-16 units. Arabic letters are one of each; an emoji is one code point and two units.
 */
export class CodePoints {
  private readonly units: Uint32Array | undefined;
  /** Number of code points. */
  readonly length: number;

  constructor(readonly text: string) {
    let n = 0;
    let astral = false;
    for (let i = 0; i < text.length; i++, n++) {
      if (isPair(text, i)) {
        i++;
        astral = true;
      }
    }
    this.length = n;
    if (!astral) return;
    const units = new Uint32Array(n + 1);
    for (let i = 0, p = 0; p <= n; p++) {
      units[p] = i;
      i += isPair(text, i) ? 2 : 1;
    }
    this.units = units;
  }

  /** UTF-16 offset of a code point offset; out-of-range offsets are moved to the nearest end. */
  unit(point: number): number {
    const p = Math.max(0, Math.min(point, this.length));
    return this.units ? (this.units[p] as number) : p;
  }

  /** Code point offset of a UTF-16 offset; inside a pair it is that of the pair. */
  point(unit: number): number {
    if (!this.units) return Math.max(0, Math.min(unit, this.length));
    let lo = 0;
    let hi = this.length;
    while (lo < hi) {
      const mid = (lo + hi + 1) >> 1;
      if ((this.units[mid] as number) <= unit) lo = mid;
      else hi = mid - 1;
    }
    return lo;
  }

  /** The text between two code point offsets. */
  slice(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }
}

function isPair(text: string, i: number): boolean {
  const high = text.charCodeAt(i);
  if (high < 0xd800 || high > 0xdbff) return false;
  const low = text.charCodeAt(i + 1);
  return low >= 0xdc00 && low <= 0xdfff;
}

/** A stretch of text over which the same marks lie. */
export interface Segment<T> {
  start: number;
  end: number;
  marks: readonly T[];
}

/** Cuts the stretch from..to at every border of a mark. Marks may overlap; empty ones and those outside are left out. */
export function segments<T extends { span: Span }>(from: number, to: number, marks: readonly T[]): Segment<T>[] {
  const inside = marks.filter((m) => m.span.end > m.span.start && m.span.start < to && m.span.end > from);
  const cuts = new Set([from, to]);
  for (const m of inside) {
    cuts.add(Math.max(from, m.span.start));
    cuts.add(Math.min(to, m.span.end));
  }
  const borders = [...cuts].sort((a, b) => a - b);
  const out: Segment<T>[] = [];
  for (let i = 0; i + 1 < borders.length; i++) {
    const start = borders[i] as number;
    const end = borders[i + 1] as number;
    out.push({ start, end, marks: inside.filter((m) => m.span.start <= start && m.span.end >= end) });
  }
  return out;
}

/** Stretches of a text between line ends, without the line ends. Empty lines are kept. */
export function lines(text: CodePoints): Span[] {
  const out: Span[] = [];
  let start = 0;
  let point = 0;
  for (const c of text.text) {
    if (c === "\n") {
      out.push({ start, end: point });
      start = point + 1;
    }
    point++;
  }
  out.push({ start, end: point });
  return out;
}
