import { Chip, RangeSlider } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { Link } from "wouter";
import { useGet } from "../api/client";
import { list, type Moment } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { groupBy } from "../parts/group";
import { Inferred } from "../parts/Inferred";
import { Answered, Block, Empty, Loading, Page } from "../parts/Page";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { momentPath, useMomentTitle } from "../timeline/moment";
import { useTo } from "../view";

const Chart = lazy(() => import("../timeline/Chart"));

/** Everything dated, as a chart and as a list. */
export function TimelineScreen() {
  const { t } = useSpeech();
  const query = useGet("/api/i/{inv}/timeline");
  return (
    <Page wide title={t("nav.timeline")} sub={t("timeline.sub")}>
      <Answered query={query} rows={12}>
        {(data) => (list(data).length === 0 ? <Empty title={t("timeline.none")} /> : <Years moments={list(data)} />)}
      </Answered>
    </Page>
  );
}

function Years({ moments }: { moments: readonly Moment[] }) {
  const { t, label, date, number, language } = useSpeech();
  const to = useTo();
  const title = useMomentTitle();
  const kinds = useMemo(() => [...groupBy(moments, (m) => m.kind)].map(([k, l]) => [k, l.length] as const), [moments]);
  const [off, setOff] = useState<readonly string[]>([]);
  const years = moments.map((m) => Number(m.from.slice(0, 4)));
  const first = Math.min(...years);
  const last = Math.max(...moments.map((m) => Number(m.to.slice(0, 4))));
  const [range, setRange] = useState<[number, number]>([first, last]);
  const shown = useMemo(
    () =>
      moments.filter(
        (m) => !off.includes(m.kind) && Number(m.to.slice(0, 4)) >= range[0] && Number(m.from.slice(0, 4)) <= range[1],
      ),
    [moments, off, range],
  );
  const columns: readonly Column<Moment>[] = [
    {
      key: "date",
      label: t("incident.date"),
      width: "minmax(0, 1.6fr)",
      cell: (m) => date(m.date),
      sort: (m) => m.from,
    },
    {
      key: "kind",
      label: t("network.kind"),
      width: "minmax(0, 1fr)",
      cell: (m) => label("moment", m.kind),
      sort: (m) => m.kind,
    },
    {
      key: "title",
      label: t("timeline.what"),
      width: "minmax(0, 4fr)",
      cell: (m) => {
        const path = momentPath(m);
        return (
          <>
            {path ? (
              <Link href={to(path)}>
                <Value>{title(m)}</Value>
              </Link>
            ) : (
              <Value>{title(m)}</Value>
            )}{" "}
            {m.inferred ? <Inferred /> : null}
          </>
        );
      },
    },
    {
      key: "reports",
      label: t("proceeding.reports"),
      width: "minmax(0, 0.7fr)",
      cell: (m) => number(m.reports),
      sort: (m) => m.reports,
    },
  ];
  return (
    <>
      <div className="filters filters-wrap">
        {kinds.map(([k, n]) => (
          <Chip
            key={k}
            size="xs"
            checked={!off.includes(k)}
            onChange={(on) => setOff(on ? off.filter((x) => x !== k) : [...off, k])}
          >
            {label("moment", k)} {number(n)}
          </Chip>
        ))}
        {last > first ? (
          <div className="years">
            <RangeSlider
              thumbFromLabel={t("timeline.from")}
              thumbToLabel={t("timeline.to")}
              min={first}
              max={last}
              step={1}
              minRange={0}
              value={range}
              onChange={setRange}
              label={(y) => String(y)}
              dir={language === "ar" ? "rtl" : "ltr"}
              marks={[
                { value: first, label: String(first) },
                { value: last, label: String(last) },
              ]}
            />
          </div>
        ) : null}
      </div>
      <Suspense fallback={<Loading />}>
        <Chart moments={shown} />
      </Suspense>
      <Block title={t("timeline.list")} count={shown.length}>
        <DataTable label={t("timeline.list")} columns={columns} rows={shown} id={(m) => `${moments.indexOf(m)}`} />
      </Block>
    </>
  );
}
