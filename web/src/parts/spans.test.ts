import { describe, expect, test } from "vitest";
import { CodePoints, lines, segments } from "./spans";

const texts = ["", "plain", "قُتل أحمد 🕊️ في هيت", "🙂🙂", "a🇮🇶b", "x\ud800y", "\udc00", "نص 𝒜 end"];

describe.each(texts)("offsets of %j", (text) => {
  const points = new CodePoints(text);
  const runes = [...text];

  test("every code point goes there and back", () => {
    expect(points.length).toBe(runes.length);
    for (let p = 0; p <= runes.length; p++) {
      expect(points.unit(p)).toBe(runes.slice(0, p).join("").length);
      expect(points.point(points.unit(p))).toBe(p);
    }
  });

  test("slices are those of the code points", () => {
    for (let a = 0; a <= runes.length; a++) {
      for (let b = a; b <= runes.length; b++) expect(points.slice(a, b)).toBe(runes.slice(a, b).join(""));
    }
  });
});

test("a UTF-16 offset inside a pair belongs to the pair", () => {
  const points = new CodePoints("a🙂b");
  expect([0, 1, 2, 3, 4].map((u) => points.point(u))).toEqual([0, 1, 1, 2, 3]);
});

test("offsets out of range stay inside", () => {
  const points = new CodePoints("a🙂b");
  expect(points.slice(-5, 99)).toBe("a🙂b");
});

test("segments cover the stretch without gap or overlap", () => {
  const mark = (id: string, start: number, end: number) => ({ id, span: { start, end } });
  const marks = [mark("a", 2, 6), mark("b", 4, 9), mark("outside", 20, 30), mark("empty", 5, 5), mark("cut", 8, 40)];
  const got = segments(0, 12, marks);
  expect(got.map((s) => [s.start, s.end, s.marks.map((m) => m.id).join()])).toEqual([
    [0, 2, ""],
    [2, 4, "a"],
    [4, 6, "a,b"],
    [6, 8, "b"],
    [8, 9, "b,cut"],
    [9, 12, "cut"],
  ]);
});

test("lines leave the line ends out and count code points", () => {
  expect(lines(new CodePoints("ab\n🙂c\n\nd"))).toEqual([
    { start: 0, end: 2 },
    { start: 3, end: 5 },
    { start: 6, end: 6 },
    { start: 7, end: 8 },
  ]);
});
