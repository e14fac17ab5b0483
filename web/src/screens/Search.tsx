import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link, useSearch } from "wouter";
import { useGet } from "../api/client";
import { list, type Span } from "../api/types";
import { DataTable } from "../parts/DataTable";
import { Answered, Block, Empty, Page } from "../parts/Page";
import { CodePoints, segments } from "../parts/spans";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";
import { usePersonColumns } from "./Persons";

/** Persons in any spelling of either script, reports by their words, places. */
export function SearchScreen() {
  const { t, language } = useSpeech();
  const to = useTo();
  const [text, setText] = useState(new URLSearchParams(useSearch()).get("q") ?? "");
  const [q] = useDebouncedValue(text.trim(), 200);
  const query = useGet("/api/i/{inv}/search", { query: { q, limit: 50 } }, { enabled: q !== "", keep: true });
  const columns = usePersonColumns();
  return (
    <Page title={t("search.title")} sub={t("search.sub")}>
      <div className="filters">
        <TextInput
          size="md"
          className="search-field"
          aria-label={t("finder.label")}
          placeholder={t("finder.placeholder")}
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </div>
      {q === "" ? null : (
        <Answered query={query}>
          {(r) => (
            <>
              {list(r.persons).length + list(r.reports).length + list(r.places).length === 0 ? (
                <Empty title={t("search.none")} />
              ) : null}
              {list(r.persons).length > 0 ? (
                <Block title={t("nav.persons")} count={list(r.persons).length} note={t("persons.nameNote")}>
                  <DataTable label={t("nav.persons")} columns={columns} rows={list(r.persons)} id={(p) => p.id} />
                </Block>
              ) : null}
              {list(r.reports).length > 0 ? (
                <Block title={t("nav.reports")} count={list(r.reports).length}>
                  <ul className="hits">
                    {list(r.reports).map((h) => (
                      <li key={h.id}>
                        <Link href={to(`/reports/${h.id}`)}>
                          <Value className="mono">{h.reference}</Value> <Value>{h.title}</Value>
                        </Link>
                        <p dir="auto" className="hit">
                          <Marked text={h.quote} marks={list(h.marks)} />
                        </p>
                      </li>
                    ))}
                  </ul>
                </Block>
              ) : null}
              {list(r.places).length > 0 ? (
                <Block title={t("search.places")} count={list(r.places).length}>
                  <ul className="plain-list">
                    {list(r.places).map((p) => (
                      <li key={p.ID}>
                        <Link href={`${to("/provinces")}${p.Governorate ? `?province=${p.Governorate}` : ""}`}>
                          <Value>{language === "ar" ? p.NameAR || p.NameEN : p.NameEN}</Value>
                        </Link>{" "}
                        <Value className="note">{language === "ar" ? p.NameEN : p.NameAR}</Value>{" "}
                        <span className="note mono" dir="ltr">
                          {p.Lat.toFixed(3)}, {p.Lon.toFixed(3)}
                        </span>
                      </li>
                    ))}
                  </ul>
                </Block>
              ) : null}
            </>
          )}
        </Answered>
      )}
    </Page>
  );
}

function Marked({ text, marks }: { text: string; marks: readonly Span[] }) {
  const points = new CodePoints(text);
  return (
    <>
      {segments(
        0,
        points.length,
        marks.map((span) => ({ span })),
      ).map((s) => {
        const words = points.slice(s.start, s.end);
        return s.marks.length > 0 ? <mark key={s.start}>{words}</mark> : <span key={s.start}>{words}</span>;
      })}
    </>
  );
}
