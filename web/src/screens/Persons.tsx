import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "wouter";
import { useGet } from "../api/client";
import { list, type PersonRow } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Outcome } from "../parts/Outcome";
import { Answered, Empty, Page } from "../parts/Page";
import { Pager } from "../parts/Pager";
import { Role } from "../parts/Role";
import { Support } from "../parts/Support";
import { otherSpellings } from "../parts/spellings";
import { Name, Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

const size = 50;

/** Persons, the most reported first; found by any spelling of either script. */
export function PersonsScreen() {
  const { t } = useSpeech();
  const to = useTo();
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text, 250);
  const [offset, setOffset] = useState(0);
  const query = useGet("/api/i/{inv}/persons", { query: { q, offset, limit: size } }, { keep: true });
  const columns = usePersonColumns();
  return (
    <Page title={t("nav.persons")} sub={t("persons.sub")}>
      <div className="filters">
        <TextInput
          placeholder={t("persons.search")}
          aria-label={t("persons.search")}
          dir="auto"
          value={text}
          onChange={(e) => {
            setOffset(0);
            setText(e.currentTarget.value);
          }}
        />
      </div>
      {q ? <p className="note">{t("persons.nameNote")}</p> : null}
      <Answered query={query} rows={14}>
        {(data) =>
          data.total === 0 ? (
            <Empty title={q ? t("persons.noneFound") : t("persons.none")}>
              {q ? null : <Link href={to("/add")}>{t("nav.add")}</Link>}
            </Empty>
          ) : (
            <>
              <DataTable label={t("nav.persons")} columns={columns} rows={list(data.rows)} id={(r) => r.id} />
              <Pager total={data.total} offset={offset} size={size} go={setOffset} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}

export function usePersonColumns(): readonly Column<PersonRow>[] {
  const { t } = useSpeech();
  return [
    {
      key: "name",
      label: t("person.name"),
      width: "minmax(0, 3fr)",
      cell: (r) => (
        <span className="stack">
          <Name of={r} className="row-title" />
          <span className="spellings">
            {otherSpellings(r.name, list(r.spellings))
              .slice(0, 4)
              .map((s) => (
                <Value key={s}>{s}</Value>
              ))}
          </span>
        </span>
      ),
    },
    {
      key: "outcome",
      label: t("person.outcome"),
      width: "minmax(0, 1.4fr)",
      cell: (r) => <Outcome of={r} />,
    },
    {
      key: "roles",
      label: t("person.roles"),
      width: "minmax(0, 2fr)",
      cell: (r) => (
        <span className="words">
          {list(r.roles)
            .slice(0, 3)
            .map((x) => (
              <Role key={list(x.words)[0]} of={x} guess={x.inferred} />
            ))}
        </span>
      ),
    },
    { key: "support", label: t("person.support"), width: "minmax(0, 2fr)", cell: (r) => <Support of={r} /> },
  ];
}
