import { SegmentedControl, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useGet } from "../api/client";
import { list, type Proceeding } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Inferred, onlyInferred } from "../parts/Inferred";
import { ClearedBanner, Outcome } from "../parts/Outcome";
import { Answered, Block, Empty, Page } from "../parts/Page";
import { Stages } from "../parts/Stages";
import { Tag } from "../parts/Tag";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

const shows = ["all", "cleared", "open"] as const;

/** Who was arrested, charged, tried, sentenced, acquitted, released, as reports tell it. */
export function ProceedingsScreen() {
  const { t, date, label, number } = useSpeech();
  const to = useTo();
  const query = useGet("/api/i/{inv}/proceedings");
  const [text, setText] = useState("");
  const [show, setShow] = useState<(typeof shows)[number]>("all");
  const all = list(query.data);
  const ended = (p: Proceeding) =>
    list(p.stages).some((s) => ["acquittal", "dismissal", "release", "sentence", "conviction"].includes(s.kind));
  const of = { all, cleared: all.filter((p) => p.cleared), open: all.filter((p) => !ended(p)) };
  const rows = of[show].filter((p) => !text || p.person.name.toLowerCase().includes(text.toLowerCase()));
  const columns: readonly Column<Proceeding>[] = [
    {
      key: "person",
      label: t("person.name"),
      width: "minmax(0, 2.4fr)",
      cell: (p) => (
        <Link href={to(`/proceedings/${p.person.id}`)} className="row-title">
          <Value>{p.person.name || t("person.nameless")}</Value>
        </Link>
      ),
      sort: (p) => p.person.name,
    },
    {
      key: "outcome",
      label: t("person.outcome"),
      width: "minmax(0, 1.4fr)",
      cell: (p) => <Outcome of={p} />,
      sort: (p) => p.latest,
    },
    {
      key: "line",
      label: t("proceeding.line"),
      width: "minmax(0, 4fr)",
      cell: (p) => (
        <span className="path">
          {[...list(p.stages)].reverse().map((s) => (
            <span key={`${s.kind}|${s.date}|${s.value}|${s.place}`} className={`path-stage path-${s.kind}`}>
              <span>{label("stage", s.kind)}</span>
              {s.date ? <span className="note">{date(s.date)}</span> : null}
              {onlyInferred(s) ? <Inferred /> : null}
              {s.denied > 0 ? <Tag tone="bad">{label("polarity", "denied")}</Tag> : null}
            </span>
          ))}
        </span>
      ),
    },
    {
      key: "reports",
      label: t("proceeding.reports"),
      width: "minmax(0, 0.8fr)",
      cell: (p) => number(p.reports),
      sort: (p) => p.reports,
    },
  ];
  return (
    <Page title={t("nav.proceedings")} sub={t("proceeding.sub")}>
      <div className="filters">
        <TextInput
          placeholder={t("persons.search")}
          aria-label={t("persons.search")}
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <SegmentedControl
          value={show}
          onChange={(s) => setShow(s as typeof show)}
          data={shows.map((s) => ({ value: s, label: `${t(`proceeding.show.${s}`)} ${number(of[s].length)}` }))}
        />
      </div>
      <Answered query={query} rows={12}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t("proceeding.none")} />
          ) : (
            <DataTable label={t("nav.proceedings")} columns={columns} rows={rows} id={(p) => p.person.id} />
          )
        }
      </Answered>
    </Page>
  );
}

/** One person's case, newest stage first. */
export function ProceedingScreen({ id }: { id: string }) {
  const { t } = useSpeech();
  const to = useTo();
  const query = useGet("/api/i/{inv}/proceedings/{id}", { path: { id } });
  return (
    <Answered query={query}>
      {(p) => (
        <Page
          title={<Value>{p.person.name || t("person.nameless")}</Value>}
          sub={
            <div className="dossier-head">
              <Outcome of={p} />
              <span>{t("support.reports", { count: p.reports })}</span>
              <Link href={to(`/persons/${p.person.id}`)}>{t("proceeding.dossier")}</Link>
            </div>
          }
        >
          <ClearedBanner of={p} />
          <Block title={t("proceeding.line")} note={t("proceeding.note")}>
            {list(p.stages).length === 0 ? (
              <p className="note">{t("proceeding.noStages")}</p>
            ) : (
              <Stages stages={list(p.stages)} />
            )}
          </Block>
        </Page>
      )}
    </Answered>
  );
}
