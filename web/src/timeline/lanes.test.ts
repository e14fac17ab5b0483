import { expect, test } from "vitest";
import { layOut } from "./lanes";

interface Bar {
  kind: string;
  a: number;
  b: number;
}

const bar = (kind: string, a: number, b: number): Bar => ({ kind, a, b });

test("nothing in a row lies over its neighbour, and kinds keep apart", () => {
  let seed = 7;
  const random = () => {
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647;
  };
  const bars = Array.from({ length: 300 }, (_, i) => {
    const a = Math.floor(random() * 900);
    return bar(i % 3 ? "arrest" : "incident", a, a + Math.floor(random() * 120));
  });
  const lanes = layOut(bars, (x) => [x.a, x.b]);
  expect(lanes.map((l) => l.kind).sort()).toEqual(["arrest", "incident"]);
  expect(lanes.flatMap((l) => l.placed)).toHaveLength(bars.length);
  for (const lane of lanes) {
    for (let row = 0; row < lane.rows; row++) {
      const here = lane.placed.filter((p) => p.row === row).sort((p, q) => p.x1 - q.x1);
      expect(here.length).toBeGreaterThan(0);
      for (let i = 1; i < here.length; i++) expect(here[i]?.x1).toBeGreaterThanOrEqual(here[i - 1]?.x2 as number);
    }
  }
});

test("what finds no row is counted, and nothing is lost", () => {
  const bars = Array.from({ length: 20 }, () => bar("x", 50, 51));
  const [lane] = layOut([...bars, bar("x", 200, 201)], (x) => [x.a, x.b], 5);
  expect(lane?.rows).toBe(5);
  expect(lane?.placed).toHaveLength(6);
  expect(lane?.more).toEqual([{ x: 50, count: 15 }]);
});

test("things that do not touch share one row", () => {
  const [lane] = layOut([bar("x", 0, 10), bar("x", 20, 30), bar("x", 40, 50)], (x) => [x.a, x.b]);
  expect(lane?.rows).toBe(1);
});
