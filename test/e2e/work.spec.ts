import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { accessible, fits, type Project, read, wordsOf } from "./walk";

// A day's work in an investigation of one's own: a folder dropped, a scan typed out, a claim corrected and one added,
// two accounts of one killing joined and parted again, a proposal that waits, a look at the past, work stopped midway.

const dot = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

interface Row {
  id: string;
  reference: string;
}

/** Drops a folder of the disk on a place of the page, as a hand would. */
async function drop(page: Page, selector: string, folder: string): Promise<void> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`nothing at ${selector}`);
  const cdp = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"] as const) {
    await cdp.send("Input.dispatchDragEvent", { type, ...at, data });
  }
}

test("a day's work", async ({ page }, info) => {
  const { language, token, dark } = info.project.metadata as Project;
  const t = wordsOf(language);
  const name = `work ${info.project.name}`;
  const base = `/i/${encodeURIComponent(name)}`;
  const api = `/api${base}`;
  const complaints: string[] = [];
  page.on("pageerror", (e) => complaints.push(e.message));
  const seen = async (what: string) => {
    await page.waitForLoadState("networkidle");
    await fits(page, what);
    await accessible(page, what, dark);
  };
  await page.addInitScript((l) => localStorage.setItem("sanad-language", l), language);
  await page.goto(`/?token=${token}`);
  await page.getByLabel(t("investigations.name")).fill(name);
  await page.getByRole("button", { name: t("investigations.create") }).click();
  await expect(page.getByText(t("home.empty"))).toBeVisible();

  await test.step("a folder dropped on the page: what can be read is read, what cannot is named with a remedy", async () => {
    const folder = info.outputPath("papers");
    mkdirSync(join(folder, "inner"), { recursive: true });
    writeFileSync(
      join(folder, "wire-1.txt"),
      "Gunmen killed Hamid Rashid Nuri al-Fahdawi in Hit on 12 March 2016. Police arrested Karim Jabbar Salih al-Dulaimi in Ramadi on 14 March 2016.",
    );
    writeFileSync(
      join(folder, "inner", "wire-2.txt"),
      "In Hit, on 12 March 2016, gunmen killed Hamid Rashid Nuri al-Fahdawi. The police say that Karim Jabbar al-Dulaimi led the gunmen.",
    );
    writeFileSync(join(folder, "empty.txt"), "");
    writeFileSync(join(folder, "scan.png"), dot);
    await page.goto(`${base}/add`);
    await drop(page, ".drop", folder);
    await page.getByRole("button", { name: /4/ }).click();
    await expect(page.getByRole("link", { name: t("add.openNewest") })).toBeVisible();
    await expect(page.locator(".problems").first()).toContainText("empty.txt");
    await seen("added");
    const { rows } = await read<{ rows: Row[] }>(page, `${api}/reports?limit=50`);
    expect(rows.map((r) => r.reference).sort()).toEqual(["scan", "wire-1", "wire-2"]);
  });

  const { rows: reports } = await read<{ rows: Row[] }>(page, `${api}/reports?limit=50`);
  const report = (reference: string) => reports.find((r) => r.reference === reference)?.id ?? "";

  await test.step("a scan is kept, and what somebody types of it is read", async () => {
    await page.goto(`${base}/reports/${report("scan")}`);
    await page
      .locator("form.card textarea")
      .first()
      .fill("Salim Nasir Mahmoud al-Jumaili was acquitted in Ramadi on 3 May 2017.");
    await page.getByRole("button", { name: t("add.readIt") }).click();
    await expect(page.locator(".claim").first()).toBeVisible();
    await expect(page.locator(".report-text")).toContainText("Salim Nasir Mahmoud");
    await seen("transcribed");
  });

  await test.step("a claim corrected, one of one's own, an assessment", async () => {
    await page.goto(`${base}/reports/${report("wire-1")}`);
    const { claims } = await read<{ claims: { id: string; schema: string; prop: string; value: string }[] }>(
      page,
      `${api}/reports/${report("wire-1")}`,
    );
    const named = claims.find((c) => c.schema === "Person" && c.prop === "name" && c.value.startsWith("Hamid"));
    await page.locator(`[data-claim="${named?.id}"] .claim-body`).click();
    await page.keyboard.press("c");
    const dialogue = page.getByRole("dialog");
    await dialogue.getByLabel(t("claim.should")).fill("Hamid Rashid Nuri Sabri al-Fahdawi");
    await dialogue.getByRole("button", { name: t("action.correct") }).click();
    await expect(page.locator(".claim").filter({ hasText: "Nuri Sabri" }).first()).toBeVisible();
    const words = page
      .locator(".report-text p span")
      .filter({ hasText: /Ramadi/ })
      .first();
    await words.evaluate((e) => {
      const range = document.createRange();
      range.selectNodeContents(e);
      window.getSelection()?.removeAllRanges();
      window.getSelection()?.addRange(range);
      document.dispatchEvent(new MouseEvent("mouseup", { bubbles: true }));
    });
    await page.getByRole("button", { name: t("report.addClaim") }).click();
    await dialogue.getByLabel(t("claim.value")).fill("a claim of my own");
    await seen("own claim");
    await dialogue.getByRole("button", { name: t("claim.add") }).click();
    await expect(page.locator(".claim").filter({ hasText: "a claim of my own" }).first()).toBeVisible();
    await expect(dialogue).toHaveCount(0);
    await page.keyboard.press("w");
    await dialogue.getByLabel(t("assess.body")).fill("Both wires come from one office.");
    await dialogue.getByRole("button", { name: t("assess.save") }).click();
    await expect(page.locator(".passage-assessment").first()).toContainText("one office");
    await seen("corrected");
  });

  await test.step("two accounts of one killing: proposed, joined by a person, parted again", async () => {
    const all = await read<{ id: string; type: string; accounts: number }[]>(page, `${api}/incidents`);
    const killings = all.filter((i) => i.type === "killing");
    expect(killings.length).toBe(2);
    await page.goto(`${base}/incidents/${killings[0]?.id}`);
    await page.locator(".maybe input").first().fill("same man, same town, same day");
    await page.locator(".maybe button[type=submit]").first().click();
    await expect(page.locator(".toast").first()).toBeVisible();
    await expect
      .poll(async () => (await read<{ accounts: number }[]>(page, `${api}/incidents`)).map((i) => i.accounts))
      .toContain(2);
    await expect(page.locator(".judgement").first()).toBeVisible();
    await seen("joined incident");
    await page.locator(".judgement .link-button").first().click();
    await expect
      .poll(async () => (await read<{ accounts: number }[]>(page, `${api}/incidents`)).map((i) => i.accounts))
      .not.toContain(2);
  });

  await test.step("a match on names alone joins nothing, and its author cannot confirm it today", async () => {
    const { rows } = await read<{ rows: { left: string; right: string }[] }>(page, `${api}/questions?limit=50`);
    expect(rows.length).toBeGreaterThan(0);
    await page.goto(`${base}/pair/${rows[0]?.left}/${rows[0]?.right}`);
    await expect(page.locator(".decide-buttons")).toBeVisible();
    await seen("own pair");
    await page.keyboard.press("s");
    await page.locator(".same-send input").fill("the same killing in both");
    await page.keyboard.press("Enter");
    await expect(page.locator(".toast").first()).toBeVisible();
    await page.goto(`${base}/judgements?show=pending`);
    await expect(page.locator(".judgement")).toHaveCount(1);
    await page.getByRole("button", { name: t("judgement.confirm"), exact: true }).click();
    await expect(page.locator(".toast").filter({ hasText: /names alone/ })).toBeVisible();
    await seen("proposals");
  });

  await test.step("a look at the past says that it is one, and decides nothing", async () => {
    await page.locator(".top-asof").click();
    await page.getByRole("dialog").locator("input[type=date]").fill("2020-01-01");
    await page.getByRole("button", { name: t("asOf.show") }).click();
    await expect(page.locator(".banner-asof")).toBeVisible();
    await page.goto(`${base}/persons`);
    await expect(page.locator(".banner-asof")).toBeVisible();
    await expect(page.getByText(t("persons.none")).or(page.locator(".empty")).first()).toBeVisible();
    await seen("the past");
    await page.locator(".banner-asof button").click();
    await expect(page.locator(".banner-asof")).toHaveCount(0);
  });

  await test.step("work is stopped midway, and says so", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) =>
      JSON.stringify({ id: `row-${i}`, text: `Police arrested Karim Jabbar Salih al-Dulaimi in Ramadi, entry ${i}.` }),
    );
    await page.goto(`${base}/add`);
    await page
      .getByTestId("files")
      .setInputFiles({ name: "many.jsonl", mimeType: "application/jsonl", buffer: Buffer.from(lines.join("\n")) });
    await page.locator(".form-actions button[type=submit]").click();
    await page
      .locator(".started")
      .getByRole("button", { name: t("run.cancel") })
      .click();
    await expect(page.locator(".started").getByText(t("runState.cancelled"))).toBeVisible();
    await seen("stopped");
  });

  expect(complaints).toEqual([]);
});
