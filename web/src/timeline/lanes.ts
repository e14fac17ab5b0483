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
}

const room = 9;

/** Puts things into one lane a kind, and inside a lane into as few rows as keep them from lying over one another. */
export function layOut<T extends { kind: string }>(items: readonly T[], extent: (item: T) => readonly [number, number]): Lane<T>[] {
  const lanes: Lane<T>[] = [];
  for (const [kind, members] of groupBy(items, (i) => i.kind)) {
    const sorted = members
      .map((item) => {
        const [x1, x2] = extent(item);
        return { item, x1, x2 };
      })
      .sort((a, b) => a.x1 - b.x1 || a.x2 - b.x2);
    const ends: number[] = [];
    const placed = sorted.map(({ item, x1, x2 }): Placed<T> => {
      let row = ends.findIndex((end) => end <= x1);
      if (row < 0) row = ends.length;
      ends[row] = Math.max(x2, x1 + room);
      return { item, row, x1, x2 };
    });
    lanes.push({ kind, rows: ends.length, placed });
  }
  return lanes;
}
