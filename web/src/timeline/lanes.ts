import { groupBy } from "../parts/group";

/** A thing on the chart: which row of its lane, from where to where in pixels. */
export interface Placed<T> {
  item: T;
  row: number;
  x1: number;
  x2: number;
}

export interface Lane<T> {
  kind: string;
  rows: number;
  placed: Placed<T>[];
  /** How many more there are at a place than the lane has rows for. */
  more: { x: number; count: number }[];
}

const room = 9;

/** Puts things into one lane a kind, and inside a lane into as few rows as keep them from lying over one another; what finds no row any more is counted. */
export function layOut<T extends { kind: string }>(
  items: readonly T[],
  extent: (item: T) => readonly [number, number],
  mostRows = Number.POSITIVE_INFINITY,
): Lane<T>[] {
  const lanes: Lane<T>[] = [];
  for (const [kind, members] of groupBy(items, (i) => i.kind)) {
    const sorted = members
      .map((item) => {
        const [x1, x2] = extent(item);
        return { item, x1, x2 };
      })
      .sort((a, b) => a.x1 - b.x1 || a.x2 - b.x2);
    const ends: number[] = [];
    const placed: Placed<T>[] = [];
    const more: { x: number; count: number }[] = [];
    for (const { item, x1, x2 } of sorted) {
      let row = ends.findIndex((end) => end <= x1);
      if (row < 0) row = ends.length;
      if (row >= mostRows) {
        const last = more.at(-1);
        if (last && x1 - last.x < 3 * room) last.count++;
        else more.push({ x: x1, count: 1 });
        continue;
      }
      ends[row] = Math.max(x2, x1 + room);
      placed.push({ item, row, x1, x2 });
    }
    lanes.push({ kind, rows: ends.length, placed, more });
  }
  return lanes;
}
