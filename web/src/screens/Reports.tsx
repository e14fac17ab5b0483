import { Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet } from "../api/client";
import { list, type ReportRow } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Answered, Empty, Page } from "../parts/Page";
import { Pager } from "../parts/Pager";
import { Tag } from "../parts/Tag";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

const size = 50;

/** Reports, newest first, narrowed by words, source and language. */
export function ReportsScreen() {
  const { t, label, number } = useSpeech();
  const to = useTo();
  const asked = new URLSearchParams(useSearch());
  const [text, setText] = useState(asked.get("q") ?? "");
  const [q] = useDebouncedValue(text, 250);
  const [source, setSource] = useState<string | null>(asked.get("source"));
  const [language, setLanguage] = useState<string | null>(null);
  const [offset, setOffset] = useState(0);
  const sources = useGet("/api/i/{inv}/sources");
  const query = useGet(
    "/api/i/{inv}/reports",
    { query: { q, source: source ?? undefined, language: language ?? undefined, offset, limit: size } },
    { keep: true },
  );
  const columns = useReportColumns();
  const [, go] = useLocation();
  const again: Action = { id: "reread", label: "action.reread", keys: ["g"], run: () => go(to("/reread")) };
  useActions([again]);
  const narrow =
    <T,>(set: (x: T) => void) =>
    (x: T) => {
      setOffset(0);
      set(x);
    };
  return (
    <Page title={t("nav.reports")} sub={t("reports.sub")} actions={<ActionButton action={again} />}>
      <div className="filters">
        <TextInput
          placeholder={t("reports.search")}
          aria-label={t("reports.search")}
          dir="auto"
          value={text}
          onChange={(e) => narrow(setText)(e.currentTarget.value)}
        />
        <Select
          placeholder={t("reports.anySource")}
          aria-label={t("reports.anySource")}
          searchable
          clearable
          value={source}
          onChange={narrow(setSource)}
          limit={200}
          data={list(sources.data).map((s) => ({ value: s.id, label: `${s.code} (${number(s.reports)})` }))}
        />
        <Select
          placeholder={t("reports.anyLanguage")}
          aria-label={t("reports.anyLanguage")}
          clearable
          value={language}
          onChange={narrow(setLanguage)}
          data={["ar", "en"].map((l) => ({ value: l, label: label("languageName", l) }))}
        />
      </div>
      <Answered query={query} rows={14}>
        {(data) =>
          data.total === 0 ? (
            <Empty title={q || source || language ? t("reports.noneFound") : t("reports.none")}>
              <Link href={to("/add")}>{t("nav.add")}</Link>
            </Empty>
          ) : (
            <>
              <DataTable label={t("nav.reports")} columns={columns} rows={list(data.rows)} id={(r) => r.id} />
              <Pager total={data.total} offset={offset} size={size} go={setOffset} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

export function useReportColumns(): readonly Column<ReportRow>[] {
  const { t, label, date } = useSpeech();
  const to = useTo();
  return [
    {
      key: "reference",
      label: t("report.reference"),
      width: "minmax(5.5rem, 0.7fr)",
      cell: (r) => (
        <Link href={to(`/reports/${r.id}`)} className="mono">
          <Value>{r.reference}</Value>
        </Link>
      ),
    },
    {
      key: "title",
      label: t("report.title"),
      width: "minmax(0, 4fr)",
      cell: (r) => (
        <Link href={to(`/reports/${r.id}`)} className="row-title">
          <Value>{r.title || r.reference}</Value>
        </Link>
      ),
    },
    {
      key: "source",
      label: t("report.source"),
      width: "minmax(0, 2fr)",
      cell: (r) => (
        <span className="stack">
          <Value>{r.source_code}</Value>
          <span className="note">
            {label("sourceKind", r.source_kind)}
            {r.reliability ? ` · ${r.reliability}` : ""}
          </span>
        </span>
      ),
    },
    { key: "dated", label: t("report.dated"), width: "minmax(0, 1.2fr)", cell: (r) => date(r.dated) },
    {
      key: "language",
      label: t("report.language"),
      width: "minmax(0, 0.8fr)",
      cell: (r) => label("languageName", r.language),
    },
    {
      key: "marks",
      label: t("report.marks"),
      width: "minmax(0, 1.1fr)",
      cell: (r) => (
        <span className="tags">
          {r.protected ? <Tag tone="violet">{t("report.protected")}</Tag> : null}
          {r.sealed ? <Tag tone="violet">{t("report.sealed")}</Tag> : null}
          {r.exhibit ? <Tag tone="info">{t("report.exhibit")}</Tag> : null}
          {r.receipts > 1 ? <Tag>{t("report.receipts", { count: r.receipts })}</Tag> : null}
          {r.label ? <Tag tone="warn">{r.label}</Tag> : null}
        </span>
      ),
    },
  ];
}
