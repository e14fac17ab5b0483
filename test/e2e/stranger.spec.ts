import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { accessible, fits, type Project, read, wordsOf } from "./walk";

// A stranger's first ten minutes, in English and in Arabic, on a wide screen and on a telephone.

interface Named {
  id: string;
  name: string;
  spellings?: string[];
}

const arabic = /\p{Script=Arabic}/u;

test("a stranger's first ten minutes", async ({ page }, info) => {
  const { language, token, dark } = info.project.metadata as Project;
  const t = wordsOf(language);
  const complaints: string[] = [];
  page.on("console", (m) => {
    if (m.type() === "error") complaints.push(m.text());
  });
  page.on("pageerror", (e) => complaints.push(e.message));
  const seen = async (what: string) => {
    await page.waitForLoadState("networkidle");
    await fits(page, what);
    await accessible(page, what, dark);
  };

  await test.step("the printed address signs in, and the first screen explains itself", async () => {
    await page.addInitScript((l) => localStorage.setItem("sanad-language", l), language);
    await page.goto(`/?token=${token}`);
    await expect(page).toHaveURL(/\/$/);
    await expect(page.locator("html")).toHaveAttribute("dir", language === "ar" ? "rtl" : "ltr");
    await page.getByRole("link", { name: /demo/ }).click();
    await expect(page.getByText(t("home.about"))).toBeVisible();
    await expect(page.getByText(t("shell.demo"))).toBeVisible();
    await expect(page.getByText(t("home.waits"))).toBeVisible();
    await seen("home");
  });

  await test.step("a report: every mark covers the words its claim quotes", async () => {
    await page.goto("/i/demo/reports");
    await expect(page.getByRole("row").nth(1)).toBeVisible();
    await seen("reports");
    const { rows } = await read<{ rows: { id: string; language: string }[] }>(page, "/api/i/demo/reports?limit=80");
    const id = rows.find((r) => r.language === language)?.id;
    await page.goto(`/i/demo/reports/${id}`);
    const { claims } = await read<{ claims: { id: string; quote?: string; span?: object }[] }>(
      page,
      `/api/i/demo/reports/${id}`,
    );
    const quoted = claims.filter((c) => c.span && c.quote);
    expect(quoted.length).toBeGreaterThan(0);
    for (const c of quoted) {
      const marked = (await page.locator(`.report-text [data-ids~="${c.id}"]`).allTextContents()).join("");
      expect(marked.replace(/\s+/g, ""), c.id).toBe(c.quote?.replace(/\s+/g, ""));
    }
    await page.keyboard.press("j");
    await expect(page.locator(".claim.on")).toHaveCount(1);
    await page.keyboard.press("a");
    await expect(page.locator(".toast").first()).toBeVisible();
    await expect(page.locator(".claim-accepted").first()).toBeVisible();
    await seen("report");
  });

  const { rows: persons } = await read<{ rows: Named[] }>(page, "/api/i/demo/persons?limit=200");
  const twoScripts = persons.find((p) => {
    const all = [p.name, ...(p.spellings ?? [])];
    return (
      all.some((s) => arabic.test(s) && s.split(" ").length >= 3) &&
      all.some((s) => !arabic.test(s) && s.split(" ").length >= 3)
    );
  });
  if (!twoScripts) throw new Error("the demo has nobody who is named in both scripts");

  await test.step("a person: names, facts and where each comes from", async () => {
    await page.goto(`/i/demo/persons/${twoScripts.id}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(twoScripts.name);
    await expect(page.locator(".dossier-head .outcome")).toBeVisible();
    await seen("person");
    await page.locator("a.chip").first().click();
    await expect(page).toHaveURL(/\/reports\/.*at=/);
    await expect(page.locator(".report-text .asked, .report-text .on").first()).toBeVisible();
  });

  await test.step("an incident, a proceeding", async () => {
    const incidents = await read<{ id: string; participants: object[] | null }[]>(page, "/api/i/demo/incidents");
    const told = incidents.find((i) => (i.participants?.length ?? 0) > 1) ?? incidents[0];
    await page.goto("/i/demo/incidents");
    await seen("incidents");
    await page.goto(`/i/demo/incidents/${told?.id}`);
    await expect(page.getByText(t("incident.partNote"))).toBeVisible();
    await seen("incident");
    await page.goto("/i/demo/proceedings");
    await seen("proceedings");
    const proceedings = await read<{ person: Named; cleared: boolean }[]>(page, "/api/i/demo/proceedings");
    const cleared = proceedings.find((p) => p.cleared);
    await page.goto(`/i/demo/proceedings/${cleared?.person.id}`);
    await expect(page.getByText(t("person.clearedBanner"))).toBeVisible();
    await seen("proceeding");
  });

  await test.step("the network by rank, drawn and as a table; the provinces; the timeline", async () => {
    await page.goto("/i/demo/network");
    await page.locator(".person-card").first().click();
    await expect(page.getByRole("link", { name: t("network.dossier") })).toBeVisible();
    await seen("network");
    await page.getByText(t("network.look.graph"), { exact: true }).click();
    await expect(page.locator(".graph canvas").first()).toBeVisible();
    await page.getByText(t("network.look.table"), { exact: true }).click();
    await expect(page.getByRole("table").first()).toBeVisible();
    await page.goto("/i/demo/provinces");
    await page.locator(".province").first().click();
    await expect(page.locator(".province-card h2").first()).toBeVisible();
    await seen("provinces");
    await page.goto("/i/demo/timeline");
    await expect(page.locator(".chart svg")).toBeVisible();
    await seen("timeline");
    await page.goto("/i/demo/payments");
    await seen("payments");
  });

  await test.step("four answers, one taken back", async () => {
    const count = async () => (await read<{ total: number }>(page, "/api/i/demo/judgements?limit=1")).total;
    const before = await count();
    await page.goto("/i/demo/questions");
    await seen("questions");
    await page.getByRole("button", { name: t("action.start") }).click();
    await expect(page.locator(".decide")).toBeVisible();
    await seen("pair");
    const answer = async (press: string[]) => {
      const address = page.url();
      for (const key of press) await page.keyboard.press(key);
      await expect(page.locator(".toast").last()).toBeVisible();
      await expect.poll(() => page.url()).not.toBe(address);
      await expect(page.locator(".decide-buttons")).toBeVisible();
    };
    await answer(["d"]);
    await answer(["u"]);
    await page.keyboard.press("o");
    await expect(page.getByRole("group", { name: t("pair.among") })).toBeVisible();
    await seen("one of several");
    await answer(["1", "Enter"]);
    await answer(["s", "1", "Enter"]);
    expect(await count()).toBe(before + 4);
    await page.keyboard.press("z");
    await expect(page.getByText(t("pair.undone"))).toBeVisible();
    await page.goto("/i/demo/judgements");
    await expect(page.locator(".judgement.withdrawn").first()).toBeVisible();
    await seen("judgements");
    await page.goto("/i/demo/judgements?show=doubts");
    await expect(page.locator(".judgement").first()).toBeVisible();
    await seen("judgements to look at again");
    const { total } = await read<{ total: number }>(page, "/api/i/demo/doubts?limit=1");
    await page
      .getByRole("link", { name: t("doubt.look") })
      .first()
      .click();
    await expect(page.locator(".decide")).toBeVisible();
    await seen("a second look");
    await answer(["u"]);
    expect((await read<{ total: number }>(page, "/api/i/demo/doubts?limit=1")).total).toBe(total - 1);
  });

  await test.step("a name in Arabic finds its Latin spellings", async () => {
    const all = [twoScripts.name, ...(twoScripts.spellings ?? [])];
    const typed = all.find((s) => arabic.test(s) && s.split(" ").length >= 3) as string;
    await page.goto("/i/demo");
    await page.waitForLoadState("networkidle");
    await page.keyboard.press("/");
    await page.keyboard.type(typed);
    const found = page.getByRole("option").filter({ hasText: /[A-Za-z]{3}/ });
    await expect(found.first()).toBeVisible();
    await page.goto(`/i/demo/search?q=${encodeURIComponent(typed)}`);
    const row = page.getByRole("row").filter({ has: page.locator(`a[href$="${twoScripts.id}"]`) });
    await expect(row).toContainText(/[A-Za-z]{3}.*/);
    await seen("search");
  });

  await test.step("a briefing: composed, released, downloaded", async () => {
    await page.goto("/i/demo/briefs");
    await page.getByRole("button", { name: t("brief.preview") }).click();
    await expect(page.getByTestId("paper")).toBeVisible();
    await expect(page.getByTestId("paper").locator(".cite-number").first()).toBeVisible();
    await seen("briefing");
    const before = (await read<unknown[] | null>(page, "/api/i/demo/briefs"))?.length ?? 0; // other walks have released some
    await page.getByRole("button", { name: t("brief.release"), exact: true }).click();
    await expect(page.locator(".brief-row")).toHaveCount(before + 1);
    const link = page.locator(".brief-row a", { hasText: "HTML" }).first();
    await expect(link).toBeVisible();
    const download = page.waitForEvent("download");
    await link.click();
    const file = await (await download).path();
    expect(readFileSync(file, "utf8")).toContain(language === "ar" ? 'dir="rtl"' : "<html");
  });

  await test.step("an article pasted into an investigation of one's own is read", async () => {
    await page.goto("/");
    await page.getByLabel(t("investigations.name")).fill(`walk ${info.project.name}`);
    await page.getByRole("button", { name: t("investigations.create") }).click();
    await expect(page.getByText(t("home.empty"))).toBeVisible();
    await seen("empty investigation");
    await page.getByRole("link", { name: new RegExp(t("home.step.paste")) }).click();
    const article =
      language === "ar"
        ? "🕊️ اعتقلت الشرطة كريم جبار صالح الدليمي في هيت في 12 آذار 2016. وقُتل الشيخ سالم ناصر محمود في الرمادي."
        : "🕊️ Police arrested Karim Jabbar Salih al-Dulaimi in Hit on 12 March 2016. Sheikh Salim Nasir Mahmoud was killed in Ramadi.";
    await page.locator("textarea:visible").fill(article);
    await seen("add");
    await page.getByRole("button", { name: t("add.readIt") }).click();
    await page.getByRole("link", { name: t("add.openNewest") }).click();
    await expect(page.locator(".claim").first()).toBeVisible();
    const marks = await page.locator(".report-text .mark-who").allTextContents();
    expect(marks.join(" ")).toMatch(language === "ar" ? /كريم جبار/ : /Karim Jabbar/);
    await seen("own report");
  });

  await test.step("the keys explain themselves", async () => {
    await page.keyboard.press("?");
    await expect(page.getByText(t("help.rule.match"))).toBeVisible();
  });

  expect(complaints).toEqual([]);
});
