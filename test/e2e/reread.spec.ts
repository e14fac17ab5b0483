import { expect, test } from "@playwright/test";
import { accessible, fits, type Project, wordsOf } from "./walk";

// Reading again, by keys alone: look, see that the reader of today finds what stands, and look at one report of it.
test("reading again", async ({ page }, info) => {
  const { language, token, dark } = info.project.metadata as Project;
  const t = wordsOf(language);
  const complaints: string[] = [];
  page.on("pageerror", (e) => complaints.push(e.message));
  const seen = async (what: string) => {
    await page.waitForLoadState("networkidle");
    await fits(page, what);
    await accessible(page, what, dark);
  };
  await page.addInitScript((l) => localStorage.setItem("sanad-language", l), language);
  await page.goto(`/?token=${token}`);
  await page.goto("/i/demo/reports");
  await expect(page.getByRole("button", { name: t("action.reread") })).toBeVisible();
  await page.keyboard.press("g");
  await expect(page.getByRole("heading", { level: 1, name: t("reread.title") })).toBeVisible();
  await seen("before anybody looked");
  await page.keyboard.press("p");
  await expect(page.getByText(t("reread.nothing"))).toBeVisible();
  await expect(page.getByRole("button", { name: t("action.takeReading") })).toBeDisabled();
  await seen("nothing would change");

  const { rows } = await (await page.request.get("/api/i/demo/reports?limit=1")).json();
  await page.goto(`/i/demo/reread/${rows[0].id}`);
  await expect(page.getByText(t("reread.same"), { exact: true })).toBeVisible();
  await seen("one report");
  expect(complaints).toEqual([]);
});
