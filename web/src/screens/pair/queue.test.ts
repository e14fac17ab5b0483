import { expect, test } from "vitest";
import { nextOf, pace, pairKey } from "./queue";

const q = (left: string, right: string) => ({ left, right });

test("a pair is one whichever side comes first", () => {
  expect(pairKey("a", "b")).toBe(pairKey("b", "a"));
  expect(pairKey("a", "b")).not.toBe(pairKey("a", "c"));
});

test("the next question is neither the present one nor a skipped one", () => {
  const queue = [q("b", "a"), q("c", "d"), q("e", "f")];
  expect(nextOf(queue, pairKey("a", "b"), [])).toEqual(q("c", "d"));
  expect(nextOf(queue, pairKey("a", "b"), [pairKey("d", "c")])).toEqual(q("e", "f"));
  expect(nextOf(queue.slice(0, 1), pairKey("a", "b"), [])).toBeUndefined();
});

test("pace counts answers an hour and is silent at first", () => {
  const s = { started: 0, answered: 10, skipped: [], done: [] };
  expect(pace(s, 180_000)).toBe(200);
  expect(pace({ ...s, answered: 2 }, 180_000)).toBeUndefined();
});
