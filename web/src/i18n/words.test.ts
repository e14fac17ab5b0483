import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { incidentType, sourceKinds } from "../parts/vocabulary";
import ar from "./ar.json";
import en from "./en.json";

type Tree = { [key: string]: string | Tree };

function flat(tree: Tree, path = ""): Map<string, string> {
  const out = new Map<string, string>();
  for (const [k, v] of Object.entries(tree)) {
    const here = path ? `${path}.${k}` : k;
    if (typeof v === "string") out.set(here, v);
    else for (const [kk, vv] of flat(v, here)) out.set(kk, vv);
  }
  return out;
}

const plural = /_(zero|one|two|few|many|other)$/;
const words = { en: flat(en), ar: flat(ar) };
const stems = (m: Map<string, string>) => [...new Set([...m.keys()].map((k) => k.replace(plural, "")))].sort();

test("both languages have the same words", () => {
  expect(stems(words.ar)).toEqual(stems(words.en));
});

test.each([
  ["en", ["one", "other"]],
  ["ar", ["zero", "one", "two", "few", "many", "other"]],
] as const)("every plural of %s is complete", (language, forms) => {
  const m = words[language];
  const counted = [...m.keys()].filter((k) => k.endsWith("_other")).map((k) => k.replace(plural, ""));
  expect(counted.length).toBeGreaterThan(20);
  for (const stem of counted) {
    for (const f of forms) expect(m.has(`${stem}_${f}`), `${language}: ${stem}_${f}`).toBe(true);
  }
});

test("no word is empty and Arabic words are in Arabic", () => {
  const latin = new Set([
    "action.language",
    "brief.html",
    "brief.md",
    "incident.tollRange",
    "common.fromTo",
    "person.kinIs",
  ]);
  for (const [k, v] of [...words.en, ...words.ar]) expect(v.trim(), k).not.toBe("");
  for (const [k, v] of words.ar) if (!latin.has(k)) expect(v, k).toMatch(/\p{Script=Arabic}/u);
});

test("both languages put in the same values", () => {
  const values = (s: string) => [...s.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1]).filter((v) => v !== "count");
  for (const [k, v] of words.en) {
    const other = words.ar.get(k);
    if (other !== undefined) expect([...new Set(values(other))].sort(), k).toEqual([...new Set(values(v))].sort());
  }
});

function sources(dir: string): string[] {
  return readdirSync(dir, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory()
      ? sources(join(dir, e.name))
      : /\.tsx?$/.test(e.name) && !e.name.includes(".test.")
        ? [join(dir, e.name)]
        : [],
  );
}

test("every word the screens ask for is there", () => {
  const known = new Set(stems(words.en));
  const asked = new Set<string>();
  for (const file of sources(join(import.meta.dirname, ".."))) {
    const text = readFileSync(file, "utf8");
    for (const m of text.matchAll(/\bt\(\s*"([A-Za-z]+\.[A-Za-z.]+)"/g)) asked.add(m[1] as string);
    for (const m of text.matchAll(/\blabel: "([a-z]\w*\.[A-Za-z.]+)"/g)) asked.add(m[1] as string);
  }
  expect(asked.size).toBeGreaterThan(200);
  expect([...asked].filter((k) => !known.has(k))).toEqual([]);
});

test("every source kind and incident type has a label", () => {
  const known = new Set(stems(words.en));
  const wanted = [
    ...sourceKinds.map((k) => `sourceKind.${k}`),
    ...["execution", "إعدام", "خطف", "plot"].map((x) => `incident.${incidentType(x)}`),
  ];
  expect(wanted.filter((k) => !known.has(k))).toEqual([]);
});

/** What the program gives as reasons: every code it has English words for, but those that only explain a conflict. */
const codes = [
  ...readFileSync(join(import.meta.dirname, "../../../internal/exchange/words.go"), "utf8").matchAll(
    /^\t"([a-z]+(?:_[a-z]+)+)":/gm,
  ),
]
  .map((m) => m[1] as string)
  .filter((code) => !["judged_different", "pair_not_seen", "weak_bridge"].includes(code));

test.each(codes)("the matcher's reason %s has a sentence with its values", (code) => {
  for (const m of [words.en, words.ar]) expect(m.get(`reason.${code}`)).toMatch(/\{\{left\}\}/);
});

beforeAll(async () => {
  await i18next.init({
    resources: { en: { translation: en }, ar: { translation: ar } },
    lng: "ar",
    interpolation: { escapeValue: false },
  });
});

test.each([
  [0, "لا تقارير"],
  [1, "تقرير واحد"],
  [2, "تقريران"],
  [3, "3 تقارير"],
  [11, "11 تقريرًا"],
  [100, "100 تقرير"],
])("%i reports in Arabic", (count, want) => {
  expect(i18next.t("support.reports", { count })).toBe(want);
});
