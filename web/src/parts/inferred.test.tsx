import { MantineProvider } from "@mantine/core";
import i18next from "i18next";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { initReactI18next } from "react-i18next";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import ar from "../i18n/ar.json";
import en from "../i18n/en.json";
import { inferred, onlyInferred } from "./Inferred";
import { ClearedBanner, Outcome } from "./Outcome";
import { Role } from "./Role";
import { Support } from "./Support";

const words = { en, ar };

beforeAll(() =>
  i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, ar: { translation: ar } },
    lng: "en",
    interpolation: { escapeValue: false },
  }),
);

const shown = (part: ReactNode) => renderToStaticMarkup(<MantineProvider>{part}</MantineProvider>);

test.each([
  ["model:parts", "proposed", true],
  ["model:parts", "accepted", false],
  ["model:names", "proposed", false],
  ["rule:x", "proposed", false],
  ["user:ana", "accepted", false],
])("a claim of %s that is %s", (origin, status, want) => {
  expect(inferred({ origin, status })).toBe(want);
});

test.each([
  ["read", { reports: 2 }, false],
  ["one of two", { reports: 2, inferred: 1 }, false],
  ["all", { reports: 2, inferred: 2 }, true],
  ["denied in words", { reports: 1, inferred: 1, denied: 1 }, true],
  ["a denial inferred beside what is read", { reports: 1, denied: 1, inferred_against: 1 }, false],
  ["nothing but an inferred denial", { reports: 0, denied: 1, inferred_against: 1 }, true],
  ["nothing", { reports: 0 }, false],
])("only inferred: %s", (_, tally, want) => {
  expect(onlyInferred(tally)).toBe(want);
});

describe.each(["en", "ar"] as const)("in %s", (language) => {
  const mark = words[language].cite.inferred;
  beforeEach(() => i18next.changeLanguage(language));

  test("a tally says how much of it is inferred", () => {
    expect(shown(<Support of={{ reports: 1, lines: 1 }} />)).not.toContain("tag-inferred");
    expect(shown(<Support of={{ reports: 1, lines: 1, inferred: 1 }} />)).toContain(`>${mark}<`);
    const some = i18next.t("support.inferred", { count: 1 });
    expect(shown(<Support of={{ reports: 2, lines: 1, inferred: 1 }} />)).toContain(`>${some}<`);
    expect(shown(<Support of={{ reports: 1, lines: 1, denied: 1, inferred_against: 1 }} />)).toContain(`>${some}<`);
  });

  test("a role and a standing carry the mark", () => {
    const role = { code: "emir", words: ["emir"] };
    expect(shown(<Role of={role} />)).not.toContain(`>${mark}<`);
    expect(shown(<Role of={role} guess />)).toContain(`>${mark}<`);
    expect(shown(<Role of={{ words: ["cook"] }} guess />)).toContain(`>${mark}<`);
    const marks = (s: Parameters<typeof Outcome>[0]["of"]) => shown(<Outcome of={s} />).split(`>${mark}<`).length - 1;
    expect(marks({ latest: "arrest", cleared: false })).toBe(0);
    expect(marks({ latest: "arrest", latest_inferred: true, cleared: false })).toBe(1);
    expect(marks({ latest: "release", latest_inferred: true, cleared: true, cleared_inferred: true })).toBe(1);
    expect(marks({ latest: "arrest", cleared: true, cleared_inferred: true })).toBe(1);
    expect(marks({ latest: "arrest", latest_inferred: true, cleared: true })).toBe(1);
  });

  test("no report is said to clear somebody whom none clears in words", () => {
    const { clearedBanner, clearedInferred } = words[language].person;
    expect(shown(<ClearedBanner of={{ latest: "release", cleared: true }} />)).toContain(clearedBanner);
    expect(shown(<ClearedBanner of={{ latest: "release", cleared: true, cleared_inferred: true }} />)).toContain(
      clearedInferred,
    );
    expect(shown(<ClearedBanner of={{ latest: "arrest", cleared: false }} />)).not.toContain("banner");
  });
});
