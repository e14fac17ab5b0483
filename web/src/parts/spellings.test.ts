import { expect, test } from "vitest";
import { otherSpellings } from "./spellings";

test("spellings of the other script come first, the name itself is left out", () => {
  expect(otherSpellings("أحمد", ["احمد", "أحمد", "Ahmad", "Ahmed"])).toEqual(["Ahmad", "Ahmed", "احمد"]);
  expect(otherSpellings("Ahmad", ["Ahmed", "أحمد"])).toEqual(["أحمد", "Ahmed"]);
  expect(otherSpellings("Ahmad", [])).toEqual([]);
});
