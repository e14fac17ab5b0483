import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";

const web = join(__dirname, "../../web");
const axeSource = readFileSync(join(web, "node_modules/axe-core/axe.min.js"), "utf8");

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

/** Fails on serious and critical problems of accessibility. */
export async function accessible(page: Page, what: string): Promise<void> {
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
