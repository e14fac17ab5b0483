import { useGet } from "../api/client";
import { list } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Answered, Page } from "../parts/Page";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";

/** The newest lines of the log of who wrote and who read what. */
export function AuditScreen() {
  const { t, number, moment } = useSpeech();
  const query = useGet("/api/audit", { query: { limit: 200 } }, { every: 10_000 });
  type Row = NonNullable<typeof query.data>[number];
  const columns: readonly Column<Row>[] = [
    { key: "n", label: t("audit.n"), width: "4.5rem", cell: (e) => <span className="mono">{number(e.n)}</span> },
    { key: "at", label: t("audit.at"), width: "minmax(0, 1.4fr)", cell: (e) => moment(e.at / 1000) },
    { key: "actor", label: t("audit.actor"), width: "minmax(0, 1fr)", cell: (e) => <Value>{e.actor}</Value> },
    {
      key: "action",
      label: t("audit.action"),
      width: "minmax(0, 1.6fr)",
      cell: (e) => (
        <span>
          <Value>{e.action}</Value>
          {e.purpose && e.purpose !== e.action ? <Value className="note"> {e.purpose}</Value> : null}
        </span>
      ),
    },
    {
      key: "things",
      label: t("audit.things"),
      width: "minmax(0, 3fr)",
      cell: (e) => (
        <span className="mono audit-things">
          {[...list(e.things).slice(0, 4), ...Object.entries(e.details ?? {}).map(([k, v]) => `${k}=${v}`)].join(" ")}
          {list(e.things).length > 4 ? ` +${list(e.things).length - 4}` : ""}
        </span>
      ),
    },
  ];
  return (
    <Page title={t("nav.audit")} sub={t("audit.sub")}>
      <Answered query={query} rows={12}>
        {(data) => <DataTable label={t("nav.audit")} columns={columns} rows={list(data)} id={(e) => String(e.n)} />}
      </Answered>
    </Page>
  );
}
