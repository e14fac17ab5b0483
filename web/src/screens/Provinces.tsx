import { SegmentedControl } from "@mantine/core";
import { useEffect, useState } from "react";
import { Link, useSearch } from "wouter";
import { useGet } from "../api/client";
import { list, type ProvinceBoard } from "../api/types";
import { ProvinceMap } from "../map/ProvinceMap";
import { Cites } from "../parts/Cites";
import { type Column, DataTable } from "../parts/DataTable";
import { Inferred } from "../parts/Inferred";
import { Answered, Block, Page } from "../parts/Page";
import { Name, Value } from "../parts/Value";
import { incidentType } from "../parts/vocabulary";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";
import { Toll } from "./Incidents";

/** The situation province by province: incidents, operations with results, personnel, equipment, needs. */
export function ProvincesScreen() {
  const { t } = useSpeech();
  const asked = new URLSearchParams(useSearch()).get("province") ?? undefined;
  const query = useGet("/api/i/{inv}/provinces");
  const [look, setLook] = useState<"map" | "table">("map");
  const [picked, setPicked] = useState<string | undefined>(asked);
  useEffect(() => setPicked(asked), [asked]);
  return (
    <Page wide title={t("nav.provinces")} sub={t("province.sub")}>
      <SegmentedControl
        className="filters-control"
        value={look}
        onChange={(l) => setLook(l as typeof look)}
        data={(["map", "table"] as const).map((l) => ({ value: l, label: t(`province.look.${l}`) }))}
      />
      <Answered query={query} rows={12}>
        {(data) => {
          const board = list(data);
          const shown = board.find((b) => b.code === picked) ?? board[0];
          return look === "map" ? (
            <div className="provinces">
              <ProvinceMap board={board} picked={shown?.code} pick={setPicked} />
              {shown ? <ProvinceCard of={shown} /> : null}
            </div>
          ) : (
            <BoardTable
              board={board}
              pick={(code) => {
                setPicked(code);
                setLook("map");
              }}
            />
          );
        }}
      </Answered>
    </Page>
  );
}

function useProvinceName(): (p: ProvinceBoard) => string {
  const { language } = useSpeech();
  return (p) => (language === "ar" ? p.name_ar : p.name_en);
}

function BoardTable({ board, pick }: { board: readonly ProvinceBoard[]; pick(code: string): void }) {
  const { t, number, date, label } = useSpeech();
  const name = useProvinceName();
  const columns: readonly Column<ProvinceBoard>[] = [
    {
      key: "name",
      label: t("province.name"),
      width: "minmax(0, 1.4fr)",
      cell: (p) => (
        <button type="button" className="link-button row-title" onClick={() => pick(p.code)}>
          {name(p)}
        </button>
      ),
      sort: name,
    },
    {
      key: "incidents",
      label: t("nav.incidents"),
      width: "minmax(0, 0.8fr)",
      cell: (p) => (
        <>
          {number(p.incidents)} <Guessed of={p} />
        </>
      ),
      sort: (p) => p.incidents,
    },
    {
      key: "types",
      label: t("province.byType"),
      width: "minmax(0, 2.6fr)",
      cell: (p) =>
        types(p)
          .slice(0, 3)
          .map(([k, n]) => `${label("incident", k)} ${number(n)}`)
          .join(" · "),
    },
    {
      key: "operations",
      label: t("province.operations"),
      width: "minmax(0, 0.9fr)",
      cell: (p) => number(list(p.operations).length),
      sort: (p) => list(p.operations).length,
    },
    {
      key: "killed",
      label: t("province.killed"),
      width: "minmax(0, 0.7fr)",
      cell: (p) => number(p.killed),
      sort: (p) => p.killed,
    },
    {
      key: "captured",
      label: t("province.captured"),
      width: "minmax(0, 0.8fr)",
      cell: (p) => number(p.captured),
      sort: (p) => p.captured,
    },
    {
      key: "personnel",
      label: t("province.personnel"),
      width: "minmax(0, 0.9fr)",
      cell: (p) => number(p.personnel),
      sort: (p) => p.personnel,
    },
    {
      key: "latest",
      label: t("province.latest"),
      width: "minmax(0, 1.3fr)",
      cell: (p) => date(p.latest),
      sort: (p) => p.latest ?? "",
    },
  ];
  return <DataTable label={t("nav.provinces")} columns={columns} rows={board} id={(p) => p.code} />;
}

/** How many of the incidents of a province are only inferred. */
function Guessed({ of }: { of: ProvinceBoard }) {
  const { t } = useSpeech();
  return of.inferred ? <Inferred>{t("support.inferred", { count: of.inferred })}</Inferred> : null;
}

/** Types of incident with their numbers; the same type in two languages counts together. */
function types(p: ProvinceBoard): [string, number][] {
  const out = new Map<string, number>();
  for (const x of list(p.by_type)) out.set(incidentType(x.type), (out.get(incidentType(x.type)) ?? 0) + x.count);
  return [...out].sort((a, b) => b[1] - a[1]);
}

function ProvinceCard({ of: p }: { of: ProvinceBoard }) {
  const { t, number, date, label } = useSpeech();
  const to = useTo();
  const name = useProvinceName();
  const figures: [string, number][] = [
    ["incidents", p.incidents],
    ["operations", list(p.operations).length],
    ["killed", p.killed],
    ["captured", p.captured],
    ["personnel", p.personnel],
  ];
  return (
    <section className="province-card" aria-live="polite">
      <h2>{name(p)}</h2>
      <div className="figures">
        {figures.map(([k, n]) => (
          <div key={k}>
            <strong>{number(n)}</strong>
            <span>{t(k === "incidents" ? "nav.incidents" : `province.${k}`)}</span>
            {k === "incidents" ? <Guessed of={p} /> : null}
          </div>
        ))}
      </div>
      {list(p.by_type).length > 0 ? (
        <ul className="type-bars">
          {types(p).map(([k, n]) => (
            <li key={k}>
              <Link href={to(`/incidents?province=${p.code}&type=${encodeURIComponent(k)}`)}>
                {label("incident", k)}
              </Link>
              <span
                className="bar"
                style={{ inlineSize: `${(100 * n) / Math.max(1, types(p)[0]?.[1] ?? 1)}%` }}
                aria-hidden="true"
              />
              <span>{number(n)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Block title={t("province.operations")} count={list(p.operations).length}>
        {list(p.operations).length === 0 ? <p className="note">{t("province.noOperations")}</p> : null}
        {list(p.operations).map((o) => (
          <div key={o.id} className="line">
            <div className="fact-line">
              <strong>
                <Value>{o.name && o.name !== "Operation" ? o.name : t("schema.Operation")}</Value>
              </strong>
              <span>{date(o.date) || t("date.unknown")}</span>
              {o.place ? <Value>{o.place}</Value> : null}
              {o.authority ? <Name of={o.authority} /> : null}
            </div>
            <div className="results">
              {o.killed ? (
                <span>
                  {t("province.killed")}: <Toll of={o.killed} />
                </span>
              ) : null}
              {o.captured ? (
                <span>
                  {t("province.captured")}: <Toll of={o.captured} />
                </span>
              ) : null}
              {list(o.seized).length > 0 ? (
                <span>
                  {t("province.seized")}: <Value>{list(o.seized).join("; ")}</Value>
                </span>
              ) : null}
            </div>
            <Cites of={[...new Map(list(o.cites).map((c) => [c.report, c])).values()]} />
          </div>
        ))}
      </Block>
      <Block title={t("province.deployments")} count={list(p.deployments).length}>
        {list(p.deployments).length === 0 ? <p className="note">{t("province.noDeployments")}</p> : null}
        {list(p.deployments).map((d) => (
          <div key={d.id} className="line">
            <div className="fact-line">
              {d.unit ? (
                <strong>
                  <Value>{d.unit}</Value>
                </strong>
              ) : null}
              {d.place ? <Value>{d.place}</Value> : null}
              {d.date ? <span>{date(d.date)}</span> : null}
            </div>
            <div className="results">
              {d.personnel ? (
                <span>
                  {t("province.personnel")}: <Toll of={d.personnel} />
                </span>
              ) : null}
              {list(d.equipment).length > 0 ? (
                <span>
                  {t("province.equipment")}: <Value>{list(d.equipment).join("; ")}</Value>
                </span>
              ) : null}
              {list(d.need).length > 0 ? (
                <span>
                  {t("province.needs")}: <Value>{list(d.need).join("; ")}</Value>
                </span>
              ) : null}
            </div>
            <Cites of={[...new Map(list(d.cites).map((c) => [c.report, c])).values()]} />
          </div>
        ))}
      </Block>
    </section>
  );
}
