import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

const web = join(__dirname, "../../web");
const axeSource = readFileSync(join(web, "node_modules/axe-core/axe.min.js"), "utf8");

/** What the walks are told of the language and size they go in. */
export interface Project {
  language: "en" | "ar";
  token: string;
  /** Whether screens are looked at in the dark too. */
  dark: boolean;
}

type Tree = { [key: string]: string | Tree };

/** The words of the screens, from the files the screens take them from. */
export function wordsOf(language: string): (key: string) => string {
  const file = join(web, `src/i18n/${language}.json`);
  const tree = JSON.parse(readFileSync(file, "utf8")) as Tree;
  return (key) => {
    const found = key
      .split(".")
      .reduce<string | Tree | undefined>((t, k) => (typeof t === "object" ? t[k] : undefined), tree);
    if (typeof found !== "string") throw new Error(`no word ${key}`);
    return found;
  };
}

export async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(path);
  expect(answer.ok(), path).toBe(true);
  return (await answer.json()) as T;
}

/** Fails on serious and critical problems of accessibility, in the light and, where asked, in the dark. */
export async function accessible(page: Page, what: string, dark = false): Promise<void> {
  await clear(page, what);
  if (!dark) return;
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  await clear(page, `${what}, in the dark`);
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
}

async function clear(page: Page, what: string): Promise<void> {
  await page.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter((a) => a.effect?.getComputedTiming().iterations !== Number.POSITIVE_INFINITY)
        .map((a) => a.finished),
    ),
  );
  await page.evaluate(axeSource);
  const problems = await page.evaluate(async () => {
    const { axe: tool } = window as unknown as { axe: typeof import("axe-core") };
    const result = await tool.run(document, { resultTypes: ["violations"] });
    return result.violations
      .filter((v) => v.impact === "serious" || v.impact === "critical")
      .map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((n) => `${n.target.join(" ")} (${n.failureSummary?.split("\n")[1] ?? ""})`)
            .join("; ")}`,
      );
  });
  expect.soft(problems, what).toEqual([]);
}

/** No screen is wider than its window. */
export async function fits(page: Page, what: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect.soft(over, `${what} is too wide`).toBeLessThanOrEqual(1);
}
