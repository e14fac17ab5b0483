import { expect, test } from "vitest";
import { humanDate } from "./edtf";

const words = (key: string, o: Record<string, unknown> = {}) => `${key}(${Object.values(o).join("|")})`;

test.each([
  ["2014", "2014"],
  ["2014-10", "October 2014"],
  ["2014-10-29", "29 October 2014"],
  ["2014-10-29T10:00:00Z", "29 October 2014"],
  ["2016~", "date.about(2016)"],
  ["2014-10?", "date.uncertain(October 2014)"],
  ["2014-XX", "2014"],
  ["2014-10-XX", "October 2014"],
  ["201X", "date.decade(2010)"],
  ["2015-22", "date.summer(2015)"],
  ["2014-10-29/2014-11-03", "date.range(29 October 2014|3 November 2014)"],
  ["2015/..", "date.since(2015)"],
  ["../2016", "date.until(2016)"],
  ["", ""],
  ["2014-13", "2014-13"],
  ["2014-02-30", "2014-02-30"],
  ["last week", "last week"],
  ["a/b/c", "a/b/c"],
])("%s reads as %s", (edtf, want) => {
  expect(humanDate(edtf, words, "en")).toBe(want);
});

test("Arabic uses Latin digits and a month by name", () => {
  const got = humanDate("2014-10-29", words, "ar");
  expect(got).toMatch(/29/);
  expect(got).toMatch(/2014/);
  expect(got).toMatch(/\p{Script=Arabic}{3}/u);
});
