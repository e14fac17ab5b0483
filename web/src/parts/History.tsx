import { Button } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useWrite } from "../api/client";
import { type ConflictView, type Doubt, type JudgementView, list } from "../api/types";
import { useTo } from "../view";
import { ReasonLine } from "./ReasonLine";
import { Tag } from "./Tag";
import { useToasts } from "./Toasts";
import { Name, Value } from "./Value";
import { useSpeech } from "./words";

/** How many judgements of a story show at once: the newest. */
const shown = 10;

/** Judgements as a story: who decided what, when, why; each can be taken back, in any order. */
export function History({ judgements, past = false }: { judgements: readonly JudgementView[]; past?: boolean }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const some = all ? judgements : judgements.slice(-shown);
  return (
    <>
      {some.length < judgements.length ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t("judgement.earlier", { count: judgements.length - some.length })}
        </button>
      ) : null}
      <ol className="history">
        {some.map((j) => (
          <li key={j.id}>
            <JudgementLine judgement={j} past={past} />
          </li>
        ))}
      </ol>
    </>
  );
}

export function JudgementLine({ judgement: j, past = false }: { judgement: JudgementView; past?: boolean }) {
  const { t, label, moment } = useSpeech();
  const to = useTo();
  const write = useWrite();
  const toasts = useToasts();
  const tone = j.verdict === "same" ? "good" : j.verdict === "different" ? "bad" : "plain";
  const joined = j.left_size * j.right_size;
  const over = j.withdrawn_at || j.corrected_by;
  return (
    <div className={over ? "judgement withdrawn" : "judgement"}>
      <div className="fact-line">
        <Tag tone={tone}>{label("verdict", j.verdict)}</Tag>
        {j.schema === "Person" ? (
          <Link href={to(`/pair/${j.left}/${j.right}`)}>
            <Value>{j.left_name || j.left}</Value> <span aria-hidden="true">·</span>{" "}
            <Value>{j.right_name || j.right}</Value>
          </Link>
        ) : (
          <>
            <Name of={{ id: j.left, name: j.left_name, schema: j.schema }} /> <span aria-hidden="true">·</span>{" "}
            <Name of={{ id: j.right, name: j.right_name, schema: j.schema }} />
          </>
        )}
        {list(j.among).map((c, i) => (
          <span key={c.id} className="note">
            {t("judgement.or")} <Value>{j.among_names?.[i] || c.id}</Value>
          </span>
        ))}
        {j.pending ? <Tag tone="warn">{t("judgement.pending")}</Tag> : null}
        {j.suspended ? <Tag tone="bad">{t("judgement.suspended")}</Tag> : null}
        {j.withdrawn_at ? <Tag>{t("judgement.withdrawn", { who: j.withdrawn_by ?? "" })}</Tag> : null}
        {j.corrected_by && !j.withdrawn_at ? <Tag>{t("judgement.corrected")}</Tag> : null}
      </div>
      {j.reason ? (
        <p dir="auto" className="judgement-reason">
          {j.reason}
        </p>
      ) : null}
      <p className="note">
        <Value>{j.author}</Value> · {moment(j.recorded_at)}
        {j.second ? (
          <>
            {" · "}
            {t("judgement.second")} <Value>{j.second}</Value>
          </>
        ) : null}
        {j.verdict === "same" && joined > 1 ? ` · ${t("judgement.pairs", { count: joined })}` : ""}
        {over || past ? null : (
          <>
            {" · "}
            <button
              type="button"
              className="link-button"
              onClick={async () => {
                try {
                  await write("/api/i/{inv}/judgements/{id}/undo", { path: { id: j.id } });
                  toasts.say(t("judgement.undone"));
                } catch (error) {
                  toasts.complain(error);
                }
              }}
            >
              {t("common.undo")}
            </button>
          </>
        )}
      </p>
      {j.pending && !over && !past ? (
        <Button
          variant="default"
          onClick={async () => {
            try {
              await write("/api/i/{inv}/judgements/{id}/confirm", { path: { id: j.id } });
              toasts.say(t("judgement.confirmed"));
            } catch (error) {
              toasts.complain(error);
            }
          }}
        >
          {t("judgement.confirm")}
        </Button>
      ) : null}
    </div>
  );
}

/** Why a join is held back. While it is open the two stay apart. */
export function ConflictLine({ conflict: c }: { conflict: ConflictView }) {
  const { t, label } = useSpeech();
  const to = useTo();
  return (
    <div className="conflict">
      <div className="fact-line">
        <Tag tone="bad">{label("conflict", c.kind)}</Tag>
        <Name of={c.left_ref} />
        <span aria-hidden="true">⇹</span>
        <Name of={c.right_ref} />
      </div>
      {c.reason.code ? (
        <p>{c.kind === "clash" ? <ReasonLine reason={c.reason} /> : t(`conflictWhy.${c.kind}`)}</p>
      ) : null}
      <p className="note">
        <Link href={to(`/pair/${c.left}/${c.right}`)}>{t("conflict.look")}</Link>
        {" · "}
        {t("conflict.judgements", { count: list(c.judgements).length })}
      </p>
    </div>
  );
}

/** A judgement that deserves a second look, with how likely the two are one by all that is known. */
export function DoubtLine({ doubt: d, past = false }: { doubt: Doubt; past?: boolean }) {
  const { t, label, moment } = useSpeech();
  const to = useTo();
  const j = d.judgement;
  return (
    <div className="judgement">
      <div className="fact-line">
        <Tag tone={j.verdict === "same" ? "good" : "bad"}>{label("verdict", j.verdict)}</Tag>
        <Link href={to(`/pair/${j.left}/${j.right}`) + againSearch(j.id)}>
          <Value>{d.left.name || t("person.nameless")}</Value> <span aria-hidden="true">·</span>{" "}
          <Value>{d.right.name || t("person.nameless")}</Value>
        </Link>
        <Tag tone="warn">{t(`doubt.${j.verdict}`)}</Tag>
      </div>
      {j.reason ? (
        <p dir="auto" className="judgement-reason">
          {j.reason}
        </p>
      ) : null}
      <p className="note">
        <Value>{j.author}</Value> · {moment(j.recorded_at)} ·{" "}
        {t("doubt.sides", { left: d.left.members, right: d.right.members })}
        {past ? null : (
          <>
            {" · "}
            <Link href={to(`/pair/${j.left}/${j.right}`) + againSearch(j.id)}>{t("doubt.look")}</Link>
          </>
        )}
      </p>
    </div>
  );
}

/** The part of an address that asks for a second look at a judgement. */
export function againSearch(judgement: string): string {
  return `?again=${encodeURIComponent(judgement)}`;
}
