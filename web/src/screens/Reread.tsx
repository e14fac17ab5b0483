import { Button, Progress, SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet, useWrite } from "../api/client";
import { list, type RereadHistory, type RereadPlan, type RereadRow, type Run } from "../api/types";
import { type Column, DataTable } from "../parts/DataTable";
import { Dialog } from "../parts/Dialog";
import { Answered, Block, Empty, Page } from "../parts/Page";
import { Pager } from "../parts/Pager";
import { RunLine } from "../parts/RunLine";
import { Tag } from "../parts/Tag";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";

const size = 50;

/** Reading texts again with the present extractor: what would change, taken only when a person says so. */
export function RereadScreen() {
  const { t } = useSpeech();
  const { asOf } = useView();
  const write = useWrite();
  const toasts = useToasts();
  const [open, setOpen] = useState(false);
  const [offset, setOffset] = useState(0);
  const [asking, setAsking] = useState(false);
  const [run, setRun] = useState<Run>();
  const [busy, setBusy] = useState(false);
  const [watching, setWatching] = useState(false);
  const query = useGet(
    "/api/i/{inv}/reread",
    { query: { open, offset, limit: size } },
    { keep: true, every: watching ? 700 : undefined },
  );
  const history = useGet("/api/i/{inv}/reread/history");
  const plan = query.data;
  const running = plan?.state === "running";
  if (running !== watching) setWatching(running);
  const past = asOf !== "";
  const sum = plan?.summary;
  const waits = (sum?.gained ?? 0) + (sum?.lost ?? 0) + (sum?.changed ?? 0) + (sum?.decided ?? 0) > 0;
  const fire = async (what: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  const actions: Action[] = [
    {
      id: "reread.plan",
      label: plan?.state === "ready" ? "action.planAgain" : "action.plan",
      keys: ["p"],
      disabled: past || running || busy,
      run: () => void fire(() => write("/api/i/{inv}/reread/plan")),
    },
    {
      id: "reread.cancel",
      label: "action.planCancel",
      keys: ["Escape"],
      disabled: !running,
      run: () => void fire(() => write("/api/i/{inv}/reread/cancel")),
    },
    {
      id: "reread.take",
      label: "action.takeReading",
      keys: ["t"],
      disabled: past || plan?.state !== "ready" || !waits || busy,
      run: () => setAsking(true),
    },
  ];
  useActions(actions);
  const [planIt, cancel, take] = actions as [Action, Action, Action];
  return (
    <Page
      title={t("reread.title")}
      sub={t("reread.sub")}
      actions={
        plan && plan.state !== "none" ? (
          <>
            <ActionButton action={planIt} />
            <ActionButton action={take} />
          </>
        ) : null
      }
    >
      {run ? <RunLine run={run} /> : null}
      <Answered query={query}>
        {(p) => (
          <>
            {p.state === "none" ? (
              <Empty title={t("reread.none")}>
                <p>{t("reread.noneHelp")}</p>
                <ActionButton action={planIt} />
              </Empty>
            ) : null}
            {p.state === "running" ? (
              <div className="run">
                <div className="run-head">
                  <Tag tone="info">{t("reread.running")}</Tag>
                  <Progressed plan={p} />
                  <ActionButton action={cancel} variant="subtle" color="gray" />
                </div>
                <Progress
                  value={p.total > 0 ? (100 * p.done) / p.total : 100}
                  animated
                  size="sm"
                  aria-label={t("reread.running")}
                />
              </div>
            ) : null}
            {p.state === "cancelled" ? <Empty title={t("reread.cancelled")} /> : null}
            {p.state === "failed" ? (
              <Empty title={t("reread.failed")}>
                <p dir="auto">{p.message}</p>
              </Empty>
            ) : null}
            {p.state === "ready" ? (
              <Ready
                plan={p}
                open={open}
                offset={offset}
                show={(o) => {
                  setOpen(o);
                  setOffset(0);
                }}
                go={setOffset}
              />
            ) : null}
          </>
        )}
      </Answered>
      <Answered query={history} rows={3}>
        {(h) => <Past history={h} past={past} />}
      </Answered>
      <Dialog opened={asking} onClose={() => setAsking(false)} title={t("reread.takeTitle")}>
        <p>{t("reread.takeHelp")}</p>
        {sum && sum.open > 0 ? <p>{t("reread.takeOpen", { count: sum.open })}</p> : null}
        <div className="form-actions">
          <Button
            variant="filled"
            data-autofocus
            loading={busy}
            onClick={() =>
              void fire(async () => {
                setRun(await write("/api/i/{inv}/reread/take", { body: {} }));
                setAsking(false);
              })
            }
          >
            {t("reread.takeIt")}
          </Button>
          <Button variant="default" onClick={() => setAsking(false)}>
            {t("common.cancel")}
          </Button>
        </div>
      </Dialog>
    </Page>
  );
}

function Progressed({ plan }: { plan: RereadPlan }) {
  const { number } = useSpeech();
  return (
    <span className="note">{plan.total > 0 ? `${number(plan.done)} / ${number(plan.total)}` : number(plan.done)}</span>
  );
}

const counts = ["open", "gained", "lost", "changed", "realigned", "kept", "settled", "decided"] as const;

function Ready({
  plan,
  open,
  offset,
  show,
  go,
}: {
  plan: RereadPlan;
  open: boolean;
  offset: number;
  show(open: boolean): void;
  go(offset: number): void;
}) {
  const { t, number, moment } = useSpeech();
  const columns = useColumns();
  const sum = plan.summary;
  return (
    <>
      <p className="note">
        {t("reread.read", { count: sum.reports, by: `\u2068${sum.extractor || "–"}\u2069` })}{" "}
        {t("reread.unchanged", { count: sum.unchanged })} {plan.at ? moment(plan.at) : ""}
      </p>
      {plan.stale ? (
        <p className="note reread-stale" role="status">
          {t("reread.stale")}
        </p>
      ) : null}
      <div className="figures">
        {counts
          .filter((k) => sum[k] > 0)
          .map((k) => (
            <div key={k} title={t(`reread.countHelp.${k}`)}>
              <strong>{number(sum[k])}</strong>
              <span>{t(`reread.count.${k}`)}</span>
            </div>
          ))}
      </div>
      {sum.open + sum.decided > 0 ? (
        <SegmentedControl
          className="filters-control"
          aria-label={t("reread.which")}
          value={open ? "open" : "all"}
          onChange={(v) => show(v === "open")}
          data={[
            { value: "all", label: t("reread.show.all") },
            { value: "open", label: `${t("reread.show.open")} ${number(sum.open)}` },
          ]}
        />
      ) : null}
      {list(plan.rows).length === 0 ? (
        <Empty title={t(open ? "reread.noneOpen" : "reread.nothing")} />
      ) : (
        <>
          <DataTable label={t("reread.title")} columns={columns} rows={list(plan.rows)} id={(r) => r.report} />
          <Pager total={plan.found} offset={offset} size={size} go={go} />
        </>
      )}
    </>
  );
}

function useColumns(): readonly Column<RereadRow>[] {
  const { t, number, date } = useSpeech();
  const to = useTo();
  const amount = (key: "gained" | "lost" | "changed"): Column<RereadRow> => ({
    key,
    label: t(`reread.count.${key}`),
    width: "minmax(0, 1fr)",
    sort: (r) => r[key],
    cell: (r) =>
      r[key] > 0 ? <span className={`count-${key}`}>{number(r[key])}</span> : <span className="note">–</span>,
  });
  return [
    {
      key: "reference",
      label: t("report.reference"),
      width: "minmax(5.5rem, 0.8fr)",
      cell: (r) => (
        <Link href={to(`/reread/${r.report}`)} className="mono">
          <Value>{r.reference}</Value>
        </Link>
      ),
    },
    {
      key: "title",
      label: t("report.title"),
      width: "minmax(0, 4fr)",
      cell: (r) => (
        <Link href={to(`/reread/${r.report}`)} className="row-title">
          <Value>{r.title || r.reference}</Value>
        </Link>
      ),
    },
    { key: "dated", label: t("report.dated"), width: "minmax(0, 1.2fr)", cell: (r) => date(r.dated) },
    amount("gained"),
    amount("lost"),
    amount("changed"),
    {
      key: "waits",
      label: t("reread.waits"),
      width: "minmax(0, 1.8fr)",
      sort: (r) => r.open,
      cell: (r) => (
        <span className="tags">
          {r.open > 0 ? <Tag tone="warn">{t("reread.openIn", { count: r.open })}</Tag> : null}
          {r.touched > 0 ? <Tag tone="violet">{t("reread.touched")}</Tag> : null}
          {r.decided > 0 ? <Tag tone="info">{t("reread.decidedIn", { count: r.decided })}</Tag> : null}
          {r.kept + r.settled > 0 ? <Tag>{t("reread.standsIn", { count: r.kept + r.settled })}</Tag> : null}
        </span>
      ),
    },
  ];
}

/** What was taken and decided; both can be taken back. */
function Past({ history, past }: { history: RereadHistory; past: boolean }) {
  const { t, number, moment } = useSpeech();
  const to = useTo();
  const write = useWrite();
  const toasts = useToasts();
  const taken = list(history.taken);
  const choices = list(history.choices);
  if (taken.length + choices.length === 0) return null;
  const undo = async (what: () => Promise<unknown>, said: string) => {
    try {
      await what();
      toasts.say(said);
    } catch (error) {
      toasts.complain(error);
    }
  };
  return (
    <Block title={t("reread.history")} note={t("reread.historyHelp")}>
      <ol className="history">
        {taken.map((x) => (
          <li key={x.run} className={x.undone_at ? "judgement withdrawn" : "judgement"}>
            <div className="fact-line">
              <Tag tone="info">{t("reread.taken")}</Tag>
              <Value className="mono">{x.extractor}</Value>
              <span>
                {t("reread.takenIn", { count: x.reports })} · +{number(x.added)} · −{number(x.out)}
              </span>
              {x.undone_at ? <Tag>{t("judgement.withdrawn", { who: x.undone_by ?? "" })}</Tag> : null}
            </div>
            <p className="note">
              <Value>{x.author}</Value> · {moment(x.at)}
              {x.undone_at || past ? null : (
                <>
                  {" · "}
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      void undo(
                        () => write("/api/i/{inv}/reread/runs/{id}/undo", { path: { id: x.run } }),
                        t("reread.undone"),
                      )
                    }
                  >
                    {t("common.undo")}
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
        {choices.map((c) => (
          <li key={c.id} className={c.withdrawn_at ? "judgement withdrawn" : "judgement"}>
            <div className="fact-line">
              <Tag tone={c.side === "new" ? "good" : "plain"}>
                {t(c.taken ? "reread.stands.new" : `reread.decided.${c.side}`)}
              </Tag>
              <Link href={to(`/reread/${c.report}`)} className="mono">
                <Value>{c.reference}</Value>
              </Link>
              {c.withdrawn_at ? <Tag>{t("judgement.withdrawn", { who: c.withdrawn_by ?? "" })}</Tag> : null}
            </div>
            <p dir="auto" className="judgement-reason">
              {c.reason}
            </p>
            <p className="note">
              <Value>{c.author}</Value> · {moment(c.recorded_at)}
              {c.withdrawn_at || past ? null : (
                <>
                  {" · "}
                  <button
                    type="button"
                    className="link-button"
                    onClick={() =>
                      void undo(
                        () =>
                          write("/api/i/{inv}/reread/reports/{id}/choices/{choice}/withdraw", {
                            path: { id: c.report, choice: c.id },
                          }),
                        t("reread.withdrawn"),
                      )
                    }
                  >
                    {t("common.undo")}
                  </button>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Block>
  );
}
