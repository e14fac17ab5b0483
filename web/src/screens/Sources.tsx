import { Link } from "wouter";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Answered, Empty, Page } from "../parts/Page";
import { Tag } from "../parts/Tag";
import { Value } from "../parts/Value";
import { isProtected } from "../parts/vocabulary";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

/** Where reports come from, who runs the source, how reliable it was found. */
export function SourcesScreen() {
  const { t, label, number } = useSpeech();
  const to = useTo();
  const query = useGet("/api/i/{inv}/sources");
  type Row = NonNullable<typeof query.data>[number];
  const columns: readonly Column<Row>[] = [
    {
      key: "code",
      label: t("report.source"),
      width: "minmax(0, 2.4fr)",
      cell: (s) => (
        <Link href={`${to("/reports")}?source=${s.id}`} className="row-title">
          <Value>{s.code}</Value>
        </Link>
      ),
      sort: (s) => s.code,
    },
    {
      key: "kind",
      label: t("add.kind"),
      width: "minmax(0, 1.6fr)",
      cell: (s) => (
        <span className="tags">
          {label("sourceKind", s.kind)} {isProtected(s.kind) ? <Tag tone="violet">{t("report.protected")}</Tag> : null}
        </span>
      ),
      sort: (s) => s.kind,
    },
    {
      key: "controller",
      label: t("report.controller"),
      width: "minmax(0, 2fr)",
      cell: (s) => <Value>{s.controller}</Value>,
      sort: (s) => s.controller ?? "",
    },
    {
      key: "reliability",
      label: t("add.reliability"),
      width: "minmax(0, 2fr)",
      cell: (s) =>
        s.reliability ? (
          `${s.reliability} – ${label("reliability", s.reliability)}`
        ) : (
          <span className="note">{t("source.ungraded")}</span>
        ),
      sort: (s) => s.reliability ?? "Z",
    },
    {
      key: "reports",
      label: t("nav.reports"),
      width: "minmax(0, 0.8fr)",
      cell: (s) => number(s.reports),
      sort: (s) => s.reports,
    },
  ];
  return (
    <Page title={t("nav.sources")} sub={t("source.sub")}>
      <Answered query={query} rows={12}>
        {(data) =>
          list(data).length === 0 ? (
            <Empty title={t("source.none")} />
          ) : (
            <DataTable label={t("nav.sources")} columns={columns} rows={list(data)} id={(s) => s.id} />
          )
        }
      </Answered>
    </Page>
  );
}
