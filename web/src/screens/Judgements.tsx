import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useSearch } from "wouter";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { ConflictLine, DoubtLine, JudgementLine } from "../parts/History";
import { Answered, Empty, Page } from "../parts/Page";
import { Pager } from "../parts/Pager";
import { useSpeech } from "../parts/words";
import { useView } from "../view";

const shows = ["all", "pending", "conflicts", "doubts"] as const;
type Show = (typeof shows)[number];
const size = 60;

/** Every judgement, newest first; those that wait for a second person; the conflicts that hold joins back; those to look at again. */
export function JudgementsScreen() {
  const { t, number } = useSpeech();
  const { asOf } = useView();
  const asked = new URLSearchParams(useSearch()).get("show");
  const [show, setShow] = useState<Show>(shows.find((s) => s === asked) ?? "all");
  const [offset, setOffset] = useState(0);
  const judgements = useGet(
    "/api/i/{inv}/judgements",
    { query: { offset, limit: size, pending: show === "pending" } },
    { keep: true },
  );
  const every = useGet("/api/i/{inv}/judgements", { query: { limit: 1 } });
  const conflicts = useGet("/api/i/{inv}/conflicts");
  const doubts = useGet(
    "/api/i/{inv}/doubts",
    { query: { offset: show === "doubts" ? offset : 0, limit: size, handy: show !== "doubts" } },
    { keep: true },
  );
  const counts: Record<Show, number | undefined> = {
    all: every.data?.total ?? 0,
    pending: every.data?.pending ?? 0,
    conflicts: list(conflicts.data).length,
    doubts: doubts.data?.unknown ? undefined : doubts.data?.total,
  };
  return (
    <Page title={t("nav.judgements")} sub={t("judgement.sub")}>
      <SegmentedControl
        className="filters-control"
        value={show}
        onChange={(s) => {
          setShow(s as Show);
          setOffset(0);
        }}
        data={shows.map((s) => ({
          value: s,
          label: `${t(`judgement.show.${s}`)} ${counts[s] === undefined ? "" : number(counts[s])}`,
        }))}
      />
      {show === "doubts" ? (
        <Answered query={doubts}>
          {(data) =>
            list(data.rows).length === 0 ? (
              <Empty title={t("doubt.none")}>{t("doubt.noneHelp")}</Empty>
            ) : (
              <>
                <p className="note">{t("doubt.help")}</p>
                <ol className="history">
                  {list(data.rows).map((d) => (
                    <li key={d.judgement.id}>
                      <DoubtLine doubt={d} past={asOf !== ""} />
                    </li>
                  ))}
                </ol>
                <Pager total={data.total} offset={offset} size={size} go={setOffset} />
              </>
            )
          }
        </Answered>
      ) : show === "conflicts" ? (
        <Answered query={conflicts}>
          {(data) =>
            list(data).length === 0 ? (
              <Empty title={t("conflict.none")} />
            ) : (
              <>
                <p className="note">{t("conflict.help")}</p>
                {list(data).map((c) => (
                  <ConflictLine key={`${c.left}|${c.right}|${c.suspended}`} conflict={c} />
                ))}
              </>
            )
          }
        </Answered>
      ) : (
        <Answered query={judgements}>
          {(data) => {
            const rows = list(data.rows);
            if (rows.length === 0)
              return <Empty title={t(show === "pending" ? "judgement.nonePending" : "judgement.none")} />;
            return (
              <>
                {show === "pending" ? <p className="note">{t("judgement.pendingHelp")}</p> : null}
                <ol className="history">
                  {rows.map((j) => (
                    <li key={j.id}>
                      <JudgementLine judgement={j} past={asOf !== ""} />
                    </li>
                  ))}
                </ol>
                <Pager total={data.total} offset={offset} size={size} go={setOffset} />
              </>
            );
          }}
        </Answered>
      )}
    </Page>
  );
}
