import { Select, TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { Link, useSearch } from "wouter";
import { useGet } from "../api/client";
import { type Incident, list } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { groupBy } from "../parts/group";
import { Answered, Empty, Page } from "../parts/Page";
import { Support } from "../parts/Support";
import { Value } from "../parts/Value";
import { incidentType } from "../parts/vocabulary";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

/** What happened, newest first, by type, province and words. */
export function IncidentsScreen() {
  const { t, label, date, number } = useSpeech();
  const to = useTo();
  const asked = new URLSearchParams(useSearch());
  const query = useGet("/api/i/{inv}/incidents");
  const provinces = useProvinceNames();
  const [type, setType] = useState<string | null>(asked.get("type"));
  const [province, setProvince] = useState<string | null>(asked.get("province"));
  const [text, setText] = useState("");
  const all = list(query.data);
  const types = useMemo(
    () => [...groupBy(all, (i) => incidentType(i.type))].sort((a, b) => b[1].length - a[1].length),
    [all],
  );
  const rows = all.filter(
    (i) =>
      (!type || incidentType(i.type) === type) &&
      (!province || i.province === province) &&
      (!text ||
        `${i.place} ${i.date} ${list(i.participants).map((p) => p.who.name)}`
          .toLowerCase()
          .includes(text.toLowerCase())),
  );
  const columns: readonly Column<Incident>[] = [
    {
      key: "type",
      label: t("incident.type"),
      width: "minmax(0, 1.5fr)",
      cell: (i) => (
        <Link href={to(`/incidents/${i.id}`)} className="row-title">
          {label("incident", i.type)}
        </Link>
      ),
      sort: (i) => label("incident", i.type),
    },
    {
      key: "date",
      label: t("incident.date"),
      width: "minmax(0, 1.6fr)",
      cell: (i) => date(i.date) || t("date.unknown"),
      sort: (i) => i.date ?? "",
    },
    {
      key: "place",
      label: t("incident.place"),
      width: "minmax(0, 1.6fr)",
      cell: (i) => (
        <span className="stack">
          <Value>{i.place}</Value>
          {i.province ? <span className="note">{provinces(i.province)}</span> : null}
        </span>
      ),
      sort: (i) => i.place ?? "",
    },
    {
      key: "toll",
      label: t("incident.toll"),
      width: "minmax(0, 0.9fr)",
      cell: (i) => <Toll of={i.toll} />,
      sort: (i) => Number.parseInt(i.toll ?? "0", 10) || 0,
    },
    {
      key: "participants",
      label: t("incident.participants"),
      width: "minmax(0, 1fr)",
      cell: (i) => number(list(i.participants).length),
      sort: (i) => list(i.participants).length,
    },
    {
      key: "accounts",
      label: t("incident.accounts"),
      width: "minmax(0, 0.9fr)",
      cell: (i) => number(i.accounts),
      sort: (i) => i.accounts,
    },
    {
      key: "support",
      label: t("person.support"),
      width: "minmax(0, 1.6fr)",
      cell: (i) => <Support of={i} />,
      sort: (i) => i.reports,
    },
  ];
  return (
    <Page title={t("nav.incidents")} sub={t("incident.sub")}>
      <div className="filters">
        <TextInput
          placeholder={t("incident.search")}
          aria-label={t("incident.search")}
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
        <Select
          placeholder={t("incident.anyType")}
          aria-label={t("incident.anyType")}
          clearable
          searchable
          value={type}
          onChange={setType}
          data={types.map(([k, l]) => ({ value: k, label: `${label("incident", k)} (${number(l.length)})` }))}
        />
        <Select
          placeholder={t("incident.anyProvince")}
          aria-label={t("incident.anyProvince")}
          clearable
          searchable
          value={province}
          onChange={setProvince}
          data={[...new Set(all.map((i) => i.province).filter((p) => p !== undefined && p !== ""))].map((p) => ({
            value: p as string,
            label: provinces(p),
          }))}
        />
      </div>
      <Answered query={query} rows={14}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t("incident.none")} />
          ) : (
            <>
              <p className="note">{t("common.rows", { count: rows.length })}</p>
              <DataTable label={t("nav.incidents")} columns={columns} rows={rows} id={(i) => i.id} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

/** A count as sources give it: one figure, or low..best..high when they differ. */
export function Toll({ of }: { of: string | undefined }) {
  const { t, number } = useSpeech();
  if (!of) return <span className="note">–</span>;
  const n = of.split("..").map(Number);
  if (n.some(Number.isNaN)) return <Value>{of}</Value>;
  const [low, best, high] = n;
  if (low === undefined || best === undefined || high === undefined || (low === best && best === high))
    return <>{n.map(number).join("–")}</>;
  return (
    <span title={t("incident.tollHelp")}>
      {t("incident.tollRange", { low: number(low), best: number(best), high: number(high) })}
    </span>
  );
}

/** Names of provinces in the language on the screen. */
export function useProvinceNames(): (code: string | undefined) => string {
  const { language } = useSpeech();
  const query = useGet("/api/i/{inv}/provinces");
  return (code) => {
    const p = list(query.data).find((x) => x.code === code);
    return p ? (language === "ar" ? p.name_ar : p.name_en) : (code ?? "");
  };
}
