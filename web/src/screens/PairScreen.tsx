import { useState } from "react";
import { Link, useLocation, useSearch } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet, useWrite } from "../api/client";
import { type Judged, list, type Pair } from "../api/types";
import { AllPassages } from "../parts/Cites";
import { againSearch, ConflictLine, History } from "../parts/History";
import { Answered, Block, Page } from "../parts/Page";
import { ForAndAgainst } from "../parts/ReasonLine";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";
import { AmongPanel } from "./pair/AmongPanel";
import { Compare, SideHead } from "./pair/Compare";
import { Joins } from "./pair/Joins";
import { Others } from "./pair/Others";
import { keepSitting, nextOf, pace, pairKey, readSitting } from "./pair/queue";
import { SamePanel } from "./pair/SamePanel";

/** After how many answers a pair with a known answer comes. */
const checkEvery = 12;

/** Two persons side by side: the question, what speaks for it and against it, and the answer. */
export function PairScreen({ left, right }: { left: string; right: string }) {
  const search = new URLSearchParams(useSearch());
  const alone = search.has("check");
  const again = search.get("again") ?? "";
  const [whole, setWhole] = useState("");
  const full = whole === pairKey(left, right); // asked for of this pair, not of the next one
  const query = useGet("/api/i/{inv}/pair", { query: { left, right, alone, again, full } }, { keep: full });
  return (
    <AllPassages.Provider value={() => setWhole(pairKey(left, right))}>
      <Answered query={query} rows={14}>
        {(pair) => <Asked key={`${pairKey(left, right)}|${again}`} pair={pair} left={left} right={right} />}
      </Answered>
    </AllPassages.Provider>
  );
}

function Asked({ pair, left, right }: { pair: Pair; left: string; right: string }) {
  const { t, number, label, moment } = useSpeech();
  const { inv, asOf } = useView();
  const to = useTo();
  const [, go] = useLocation();
  const search = new URLSearchParams(useSearch());
  const queued = search.has("queue");
  const checking = search.has("check");
  const again = search.get("again") ?? "";
  const write = useWrite();
  const toasts = useToasts();
  const [panel, setPanel] = useState<"" | "same" | "among">("");
  const [busy, setBusy] = useState(false);
  const [sitting, setSitting] = useState(() => readSitting(inv));
  const queue = useGet("/api/i/{inv}/questions", { query: { limit: 60 } }, { enabled: queued, keep: true });
  const doubts = useGet("/api/i/{inv}/doubts", { query: { limit: 2 } }, { enabled: again !== "", keep: true });
  const check = useGet("/api/i/{inv}/check", {}, { enabled: queued, keep: true });
  const past = asOf !== "";
  const joined = pair.left.id === pair.right.id;
  const now = pairKey(left, right);

  const keep = (s: typeof sitting) => {
    keepSitting(inv, s);
    setSitting(s);
  };
  const open = (q: { left: string; right: string } | undefined) =>
    go(q ? `${to(`/pair/${q.left}/${q.right}`)}?queue=1` : to("/questions"));
  const advance = (skipped: readonly string[], answered = 0) => {
    if (again) {
      const next = list(doubts.data?.rows).find((d) => d.judgement.id !== again)?.judgement;
      go(next ? to(`/pair/${next.left}/${next.right}`) + againSearch(next.id) : to("/judgements?show=doubts"));
    }
    if (!queued) return;
    const known = check.data;
    if (!checking && known?.left && known.right && answered > 0 && answered % checkEvery === 0)
      go(`${to(`/pair/${known.left}/${known.right}`)}?queue=1&check=1`);
    else open(nextOf(list(queue.data?.rows), now, skipped));
  };
  /** A pair with a known answer: what is said of it decides nothing. */
  const answerKnown = async (verdict: "same" | "different" | "unsure") => {
    setBusy(true);
    try {
      const told = await write("/api/i/{inv}/checks", { body: { left, right, verdict } });
      const known = label("verdict", told.known);
      toasts.say(
        t(told.wrong ? "check.wrong" : verdict === "unsure" ? "check.unsure" : "check.right", {
          known,
          wrong: number(told.so.wrong),
          asked: number(told.so.asked),
        }),
      );
      setPanel("");
      advance(sitting.skipped);
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  const undo = async (id: string, l: string, r: string) => {
    try {
      await write("/api/i/{inv}/judgements/{id}/undo", { path: { id } });
      const s = readSitting(inv);
      keep({ ...s, answered: Math.max(0, s.answered - 1), done: s.done.filter((d) => d.id !== id) });
      toasts.say(t("pair.undone"));
      go(`${to(`/pair/${l}/${r}`)}${queued ? "?queue=1" : ""}`);
    } catch (error) {
      toasts.complain(error);
    }
  };
  const judge = async (
    verdict: "same" | "different" | "unsure",
    reason: string,
    several: { who: "left" | "right"; among: readonly string[] } = { who: "left", among: [] },
  ) => {
    if (busy) return;
    if (checking) return answerKnown(verdict);
    setBusy(true);
    try {
      const judged = await write("/api/i/{inv}/judgements", {
        body: {
          ...(several.who === "left" ? { left, right } : { left: right, right: left }),
          verdict,
          reason,
          among: [...several.among],
          again,
        },
      });
      const s = readSitting(inv);
      const next = {
        ...s,
        started: s.started || Date.now(),
        answered: s.answered + 1,
        done: [...s.done.slice(-99), { id: judged.judgement.id, left, right }],
      };
      keep(next);
      setPanel("");
      toasts.say(<Happened judged={judged} pair={pair} />, () => void undo(judged.judgement.id, left, right));
      advance(next.skipped, next.answered);
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  const last = sitting.done.at(-1);
  const proposal = !pair.second;
  const closed = past || busy || joined;
  const actions: Action[] = [
    {
      id: "pair.different",
      label: "action.different",
      keys: ["d"],
      disabled: closed,
      run: () => void judge("different", ""),
    },
    { id: "pair.unsure", label: "action.unsure", keys: ["u"], disabled: closed, run: () => void judge("unsure", "") },
    {
      id: "pair.same",
      label: proposal ? "action.proposeSame" : "action.same",
      keys: ["s"],
      disabled: closed,
      run: () => setPanel("same"),
    },
    {
      id: "pair.among",
      label: "action.among",
      keys: ["o"],
      disabled: closed || checking || list(pair.others).length === 0,
      run: () => setPanel("among"),
    },
    {
      id: "pair.skip",
      label: "action.skip",
      keys: ["n", "ArrowRight"],
      disabled: !queued,
      run: () => {
        const skipped = [...sitting.skipped.filter((x) => x !== now), now];
        keep({ ...sitting, skipped });
        advance(skipped);
      },
    },
    {
      id: "pair.undo",
      label: "action.undoLast",
      keys: ["z", "mod+z"],
      disabled: !last || past,
      run: () => last && void undo(last.id, last.left, last.right),
    },
  ];
  useActions(actions);
  const [different, unsure, sameAction, among, skip, undoLast] = actions as [
    Action,
    Action,
    Action,
    Action,
    Action,
    Action,
  ];
  const speed = pace(sitting, Date.now());
  return (
    <Page
      wide
      title={t("pair.title")}
      sub={
        <span className="pair-progress">
          <Link href={to("/questions")}>{t("nav.questions")}</Link>
          {queue.data ? <span>{t("pair.left", { count: queue.data.total })}</span> : null}
          <span>{t("pair.answered", { count: sitting.answered })}</span>
          {speed ? <span>{t("pair.pace", { pace: number(speed) })}</span> : null}
          {check.data && check.data.asked > 0 ? (
            <span title={t("check.help")}>
              {t("check.rate", { wrong: number(check.data.wrong), asked: number(check.data.asked) })}
            </span>
          ) : null}
        </span>
      }
    >
      {joined ? <div className="banner banner-cleared">{t("pair.already")}</div> : null}
      {pair.left_over && !joined ? (
        <div className="banner banner-demo">
          <span>
            {t("pair.leftOver")} <Value>{pair.left_over.author}</Value>
          </span>
        </div>
      ) : null}
      {pair.again ? (
        <div className="banner banner-demo">
          <span>
            {t("doubt.banner", {
              verdict: label("verdict", pair.again.verdict),
              when: moment(pair.again.recorded_at),
            })}{" "}
            <Value>{pair.again.author}</Value>
            {pair.again.reason ? (
              <>
                {": "}
                <Value>{pair.again.reason}</Value>
              </>
            ) : null}
          </span>
        </div>
      ) : null}
      <div className="pair-heads">
        <SideHead side={pair.left} />
        <span className="pair-sign" aria-hidden="true">
          ≟
        </span>
        <SideHead side={pair.right} />
      </div>
      <ForAndAgainst pro={pair.question.for} contra={pair.question.against} />
      {list(pair.blocked).length > 0 ? (
        <Block title={t("pair.blocked")} note={t("conflict.help")}>
          {list(pair.blocked).map((c) => (
            <ConflictLine key={`${c.left}|${c.right}|${c.suspended}`} conflict={c} />
          ))}
        </Block>
      ) : null}
      <Compare pair={pair} />
      {joined ? null : <Joins joins={list(pair.joins)} total={pair.joins_total} />}
      {list(pair.others).length > 0 ? <Others pair={pair} queued={queued} /> : null}
      {list(pair.history).length > 0 ? (
        <Block title={t("pair.history")}>
          <History judgements={list(pair.history)} past={past} />
        </Block>
      ) : null}
      <div className="decide">
        {panel === "same" ? (
          <SamePanel
            pair={pair}
            busy={busy}
            confirm={(reason) => void judge("same", reason)}
            close={() => setPanel("")}
          />
        ) : panel === "among" ? (
          <AmongPanel
            pair={pair}
            busy={busy}
            confirm={(who, chosen) => void judge("unsure", "", { who, among: chosen })}
            close={() => setPanel("")}
          />
        ) : (
          <>
            <p className="decide-note">
              {past
                ? t("asOf.readOnly")
                : pair.again?.verdict === "same"
                  ? t("doubt.joinedNow")
                  : t(proposal ? "pair.noteProposal" : "pair.noteSecond")}
            </p>
            <div className="decide-buttons">
              <ActionButton action={different} size="sm" />
              <ActionButton action={unsure} size="sm" />
              <ActionButton action={sameAction} size="sm" />
              <ActionButton action={among} size="sm" variant="subtle" color="gray" />
              <span className="decide-gap" />
              {queued ? <ActionButton action={skip} size="sm" variant="subtle" color="gray" /> : null}
              <ActionButton action={undoLast} size="sm" variant="subtle" color="gray" />
            </div>
          </>
        )}
      </div>
    </Page>
  );
}

/** Says plainly what an answer did. */
function Happened({ judged, pair }: { judged: Judged; pair: Pair }) {
  const { t } = useSpeech();
  const names = { left: `\u2068${pair.left.name}\u2069`, right: `\u2068${pair.right.name}\u2069` };
  const conflicts = list(judged.conflicts).length;
  const verdict = judged.judgement.verdict;
  const several = list(judged.judgement.among).length;
  if (several > 0) return <>{t("pair.happened.among", { ...names, count: several + 1 })}</>;
  const key = verdict !== "same" ? verdict : judged.pending ? "pending" : conflicts > 0 ? "suspended" : "joined";
  return <>{t(`pair.happened.${key}`, { ...names, count: list(judged.joined).length })}</>;
}
