import { useState } from "react";
import { Link } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet, useWrite } from "../api/client";
import { list, type RereadReport, type Run } from "../api/types";
import { Answered, Block, Empty, Page } from "../parts/Page";
import { RunLine } from "../parts/RunLine";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";
import { Claims, type Sign } from "./reread/Claims";
import { Conflict } from "./reread/Conflict";
import { Decide, type Deciding } from "./reread/Decide";

/** What reading one report again would change, sentence by sentence, and what a person must decide. */
export function RereadReportScreen({ id }: { id: string }) {
  const query = useGet("/api/i/{inv}/reread/reports/{id}", { path: { id } });
  return <Answered query={query}>{(report) => <Differences report={report} />}</Answered>;
}

function Differences({ report: r }: { report: RereadReport }) {
  const { t } = useSpeech();
  const to = useTo();
  const { asOf } = useView();
  const write = useWrite();
  const toasts = useToasts();
  const [run, setRun] = useState<Run>();
  const [at, setAt] = useState(0);
  const [deciding, setDeciding] = useState<Deciding>();
  const past = asOf !== "";
  const conflicts = list(r.conflicts);
  const current = conflicts[Math.min(at, conflicts.length - 1)];
  const ready = conflicts.some((c) => c.choice?.side === "new" && !c.blocked);
  const plain = r.gained + r.lost + r.changed > 0;
  const take = async () => {
    try {
      setRun(await write("/api/i/{inv}/reread/take", { body: { reports: [r.report] }, quiet: true }));
    } catch (error) {
      toasts.complain(error);
    }
  };
  const step = (by: number) => {
    const next = Math.max(0, Math.min(conflicts.length - 1, at + by));
    setAt(next);
    document
      .querySelector(`[data-conflict="${conflicts[next]?.id ?? ""}"]`)
      ?.scrollIntoView({ block: "nearest", behavior: "smooth" });
  };
  const decide = (side: "new" | "old") => current && !current.choice && setDeciding({ conflict: current, side });
  const actions: Action[] = [
    {
      id: "reread.take",
      label: "action.takeReading",
      keys: ["t"],
      disabled: past || (!plain && !ready) || run?.state === "running",
      run: () => void take(),
    },
    {
      id: "reread.next",
      label: "action.conflictNext",
      keys: ["j", "ArrowDown"],
      disabled: conflicts.length < 2,
      run: () => step(1),
    },
    {
      id: "reread.previous",
      label: "action.conflictPrevious",
      keys: ["k", "ArrowUp"],
      disabled: conflicts.length < 2,
      run: () => step(-1),
    },
    {
      id: "reread.old",
      label: "action.keepOld",
      keys: ["o"],
      disabled: past || !current || !!current.choice,
      run: () => decide("old"),
    },
    {
      id: "reread.new",
      label: "action.takeNew",
      keys: ["n"],
      disabled: past || !current || !!current.choice || current.blocked,
      run: () => decide("new"),
    },
  ];
  useActions(actions);
  const parts: [Sign, RereadReport["gained_claims"]][] = [
    ["gained", r.gained_claims],
    ["lost", r.lost_claims],
    ["changed", r.changed_claims],
    ["kept", r.kept_claims],
    ["settled", r.settled_claims],
  ];
  const nothing = conflicts.length === 0 && parts.every(([, l]) => list(l).length === 0);
  return (
    <Page
      title={<Value>{r.title || r.reference}</Value>}
      sub={
        <span className="reread-sub">
          <Link href={to("/reread")}>{t("reread.title")}</Link>
          {" · "}
          <Link href={to(`/reports/${r.report}`)} className="mono">
            <Value>{r.reference}</Value>
          </Link>
          {" · "}
          {t("reread.readBy", {
            old: `\u2068${list(r.read_by).join(", ") || "–"}\u2069`,
            now: `\u2068${r.extractor}\u2069`,
          })}
        </span>
      }
      actions={<ActionButton action={actions[0] as Action} />}
    >
      {run ? <RunLine run={run} /> : null}
      {nothing ? <Empty title={t("reread.same")}>{t("reread.sameHelp")}</Empty> : null}
      {conflicts.length > 0 ? (
        <Block title={t("reread.conflicts")} count={conflicts.length} note={t("reread.conflictsHelp")}>
          <div className="conflict-cards">
            {conflicts.map((c, i) => (
              <Conflict
                key={c.id}
                report={r.report}
                conflict={c}
                current={conflicts.length > 1 && c.id === current?.id}
                past={past}
                choose={() => setAt(i)}
                decide={(side) => setDeciding({ conflict: c, side })}
              />
            ))}
          </div>
        </Block>
      ) : null}
      {parts.map(([sign, claims]) =>
        list(claims).length > 0 ? (
          <Block
            key={sign}
            title={t(`reread.part.${sign}`)}
            count={list(claims).length}
            note={t(`reread.partHelp.${sign}`)}
          >
            <Claims of={list(claims)} sign={sign} />
          </Block>
        ) : null,
      )}
      <Decide report={r.report} what={deciding} close={() => setDeciding(undefined)} />
    </Page>
  );
}
