import { Button, MultiSelect, SegmentedControl, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import i18next from "i18next";
import { useState } from "react";
import { useGet, useWrite } from "../api/client";
import { type Briefing, list } from "../api/types";
import { Answered, Block, Page } from "../parts/Page";
import { Tag } from "../parts/Tag";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useView } from "../view";

/** Briefings: composed out of facts, previewed, released frozen and numbered, downloaded. */
export function BriefsScreen() {
  const { t, moment, language, label } = useSpeech();
  const { inv, asOf } = useView();
  const query = useGet("/api/i/{inv}/briefs");
  return (
    <Page title={t("nav.briefs")} sub={t("brief.sub")}>
      {asOf ? <p className="note">{t("asOf.readOnly")}</p> : <Compose key={language} />}
      <Block title={t("brief.released")}>
        <Answered query={query}>
          {(data) =>
            list(data).length === 0 ? (
              <p className="note">{t("brief.none")}</p>
            ) : (
              <ul className="plain-list briefs">
                {list(data).map((b) => {
                  const file = `/api/i/${encodeURIComponent(inv)}/briefs/${b.number}`;
                  return (
                    <li key={b.number} className="brief-row">
                      <span className="brief-number">{t("brief.number", { number: b.number })}</span>
                      <span className="stack">
                        <Value className="row-title">{b.title}</Value>
                        <span className="note">
                          {label("languageName", b.language)} · {moment(b.recorded_at)} · <Value>{b.author}</Value>
                          {b.author === b.released_by ? ` · ${t("brief.alone")}` : ""}
                        </span>
                      </span>
                      <span className="tags">
                        <Button
                          component="a"
                          variant="default"
                          href={`${file}/html`}
                          download={`briefing-${b.number}.html`}
                        >
                          {t("brief.html")}
                        </Button>
                        <Button
                          component="a"
                          variant="default"
                          href={`${file}/md`}
                          download={`briefing-${b.number}.md`}
                        >
                          {t("brief.md")}
                        </Button>
                      </span>
                    </li>
                  );
                })}
              </ul>
            )
          }
        </Answered>
      </Block>
    </Page>
  );
}

function Compose() {
  const { t, language, label, date } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const [title, setTitle] = useState("");
  const [tongue, setTongue] = useState(language);
  const [persons, setPersons] = useState<string[]>([]);
  const [incidents, setIncidents] = useState<string[]>([]);
  const [draft, setDraft] = useState<Briefing | undefined>();
  const [busy, setBusy] = useState(false);
  const [search, setSearch] = useState("");
  const [q] = useDebouncedValue(search, 250);
  const [names, setNames] = useState<Record<string, string>>({});
  const found = useGet("/api/i/{inv}/persons", { query: { q, limit: 60 } }, { keep: true });
  const told = useGet("/api/i/{inv}/incidents");
  const order = {
    title: title.trim() || t("brief.defaultTitle"),
    language: tongue,
    persons: persons.length ? persons : undefined,
    incidents: incidents.length ? incidents : undefined,
  };
  const personChoices = new Map([
    ...list(found.data?.rows).map((p) => [p.id, p.name] as const),
    ...persons.map((id) => [id, names[id] ?? id] as const),
  ]);
  const act = async (run: () => Promise<void>) => {
    setBusy(true);
    try {
      await run();
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Block title={t("brief.compose")} note={t("brief.composeHelp")}>
      <form
        className="form"
        onSubmit={(e) => {
          e.preventDefault();
          void act(async () => setDraft(await write("/api/i/{inv}/briefs/draft", { body: order, quiet: true })));
        }}
      >
        <div className="form-row">
          <TextInput
            label={t("brief.title")}
            placeholder={t("brief.defaultTitle")}
            dir="auto"
            value={title}
            onChange={(e) => setTitle(e.currentTarget.value)}
          />
          <div>
            <div className="field-label">{t("report.language")}</div>
            <SegmentedControl
              aria-label={t("report.language")}
              value={tongue}
              onChange={setTongue}
              data={["en", "ar"].map((l) => ({ value: l, label: label("languageName", l) }))}
            />
          </div>
        </div>
        <div className="form-row">
          <MultiSelect
            label={t("brief.persons")}
            placeholder={persons.length ? undefined : t("brief.all")}
            searchable
            clearable
            value={persons}
            onChange={(ids) => {
              setNames((n) => ({
                ...n,
                ...Object.fromEntries(ids.map((id) => [id, personChoices.get(id) ?? n[id] ?? id])),
              }));
              setPersons(ids);
            }}
            onSearchChange={setSearch}
            filter={({ options }) => options}
            data={[...personChoices].map(([value, l]) => ({ value, label: l || value }))}
          />
          <MultiSelect
            label={t("brief.incidents")}
            placeholder={incidents.length ? undefined : t("brief.all")}
            searchable
            clearable
            limit={100}
            value={incidents}
            onChange={setIncidents}
            data={list(told.data).map((i) => ({
              value: i.id,
              label: [label("incident", i.type), i.place, date(i.date)].filter(Boolean).join(" · "),
            }))}
          />
        </div>
        <div className="form-actions">
          <Button type="submit" loading={busy}>
            {t("brief.preview")}
          </Button>
          {draft ? (
            <Button
              variant="default"
              loading={busy}
              onClick={() =>
                void act(async () => {
                  const made = await write("/api/i/{inv}/briefs", { body: order });
                  setDraft(undefined);
                  toasts.say(t("brief.done", { number: made.number }));
                })
              }
            >
              {t("brief.release")}
            </Button>
          ) : null}
        </div>
        {draft ? <p className="note">{t("brief.releaseHelp")}</p> : null}
      </form>
      {draft ? <Paper of={draft} /> : null}
    </Block>
  );
}

/** A briefing as it will read: every sentence with the numbers of its sources. */
function Paper({ of: b }: { of: Briefing }) {
  const { t, label, date } = useSpeech();
  const paper = i18next.getFixedT(b.language); // the paper speaks its own language, whatever the screen's
  const lines = [...list(b.summary), ...list(b.sections).flatMap((s) => list(s.lines))];
  const rtl = b.language === "ar";
  const line = (l: NonNullable<Briefing["summary"]>[number], key: string) => (
    <li key={key} className={l.against ? "against" : ""}>
      {l.against ? <Tag tone="warn">{paper("brief.against")}</Tag> : null} {l.text}{" "}
      {list(l.sources).map((n) => (
        <a key={n} href={`#source-${n}`} className="cite-number">
          [{n}
          {list(l.inferred).includes(n) ? <span className="cite-inferred"> {paper("cite.inferred")}</span> : null}]
        </a>
      ))}
    </li>
  );
  return (
    <article className="paper" lang={b.language} dir={rtl ? "rtl" : "ltr"} data-testid="paper">
      <header>
        <h3>{b.title}</h3>
        <p className="note">
          {t("brief.draft")} · {date(b.date.slice(0, 10))} · <Value>{b.author}</Value>
        </p>
        {b.demo ? <p className="banner banner-demo">{t("shell.demo")}</p> : null}
      </header>
      <ul>{list(b.summary).map((l, i) => line(l, `s${i}`))}</ul>
      {list(b.sections).map((s) => (
        <section key={s.heading}>
          <h4>{s.heading}</h4>
          <ul>{list(s.lines).map((l, i) => line(l, `${s.heading}${i}`))}</ul>
        </section>
      ))}
      <section>
        <h4>{t("nav.sources")}</h4>
        {lines.some((l) => list(l.inferred).length > 0) ? <p className="note">{paper("brief.inferredNote")}</p> : null}
        <ol className="paper-sources">
          {list(b.sources).map((s) => (
            <li key={s.n} id={`source-${s.n}`} value={s.n}>
              <Value className="mono">{s.reference}</Value> · <Value>{s.source}</Value> ({label("sourceKind", s.kind)}
              {s.reliability ? `, ${s.reliability}` : ""}){s.dated ? ` · ${date(s.dated)}` : ""}
              {s.quote ? (
                <>
                  {" "}
                  <q dir="auto">{s.quote}</q>
                </>
              ) : null}
              {s.derived ? <Tag>{t("cite.derived")}</Tag> : null}
            </li>
          ))}
        </ol>
      </section>
    </article>
  );
}
