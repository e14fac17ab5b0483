import { memo } from "react";
import { type ClaimView, list, type ReportView, type Statement } from "../../api/types";
import { grade } from "../../parts/Cites";
import { groupBy } from "../../parts/group";
import { Inferred, inferred } from "../../parts/Inferred";
import { CodePoints } from "../../parts/spans";
import { Tag } from "../../parts/Tag";
import { Name, PropValue, Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";

/** One passage and what was read in it, in the order of the text. */
export interface Passage {
  id: string;
  statement: Statement | undefined;
  claims: readonly ClaimView[];
}

export function groupClaims(claims: readonly ClaimView[], statements: readonly Statement[]): Passage[] {
  const byStatement = groupBy(claims, (c) => c.statement ?? "");
  const position = (c: ClaimView) => c.span?.start ?? Number.MAX_SAFE_INTEGER;
  const sorted = (l: readonly ClaimView[]) =>
    [...l].sort((a, b) => a.entity_name.localeCompare(b.entity_name) || position(a) - position(b));
  const out: Passage[] = statements
    .filter((s) => byStatement.has(s.id) || s.kind === "assessment")
    .map((s) => ({ id: s.id, statement: s, claims: byEntity(sorted(byStatement.get(s.id) ?? [])) }));
  out.sort((a, b) => (a.statement?.span.start ?? 0) - (b.statement?.span.start ?? 0));
  const known = new Set(statements.map((s) => s.id));
  const rest = claims.filter((c) => !known.has(c.statement ?? ""));
  if (rest.length > 0) out.push({ id: "rest", statement: undefined, claims: byEntity(sorted(rest)) });
  return out;
}

/** Keeps the claims about one thing together, things in the order in which the text first names them. */
function byEntity(claims: readonly ClaimView[]): ClaimView[] {
  const first = new Map<string, number>();
  for (const c of claims) {
    const p = c.span?.start ?? Number.MAX_SAFE_INTEGER;
    first.set(c.entity, Math.min(first.get(c.entity) ?? p, p));
  }
  const rank = (c: ClaimView) => first.get(c.entity) ?? 0;
  return [...claims].sort((a, b) => rank(a) - rank(b) || a.entity.localeCompare(b.entity));
}

interface Props {
  view: ReportView;
  passages: readonly Passage[];
  current: string | undefined;
  hover: readonly string[];
  onHover(ids: readonly string[]): void;
  onChoose(id: string): void;
  onReview?: (c: ClaimView, status: "accepted" | "rejected" | "proposed") => void;
  onCorrect?: (c: ClaimView) => void;
}

/** What was read in the report, passage by passage. */
export function Passages(props: Props) {
  const { t } = useSpeech();
  if (props.passages.length === 0) return <p className="note pad">{t("report.nothingRead")}</p>;
  return (
    <div className="passages">
      {props.passages.map((p) => (
        <PassageCard key={p.id} passage={p} {...props} />
      ))}
    </div>
  );
}

function PassageCard({ passage, ...props }: { passage: Passage } & Props) {
  const { t, label } = useSpeech();
  const s = passage.statement;
  const points = new CodePoints(props.view.text.content);
  const words = s ? points.slice(s.span.start, s.span.end) : "";
  if (s?.kind === "assessment") {
    return (
      <section className="passage passage-assessment">
        <header>
          <Tag tone="violet">{t("report.assessment")}</Tag>
          <span className="note">
            <Value>{s.author}</Value>
          </span>
        </header>
        <p dir="auto">{s.body}</p>
        {words ? (
          <p className="passage-words" dir="auto">
            {words}
          </p>
        ) : null}
      </section>
    );
  }
  return (
    <section className="passage">
      <header>
        {s ? (
          <p className="passage-words" dir="auto" title={words}>
            {words}
          </p>
        ) : (
          <p className="note">{t("report.noPassage")}</p>
        )}
        <div className="tags">
          {s?.asserter ? <Tag>{t("cite.says", { who: `\u2068${s.asserter}\u2069` })}</Tag> : null}
          {s?.access ? <Tag>{label("access", s.access)}</Tag> : null}
          {s && s.kind !== "reported" ? <Tag tone="violet">{label("statementKind", s.kind)}</Tag> : null}
          {s && s.polarity !== "affirmed" ? (
            <Tag tone={s.polarity === "denied" ? "bad" : "warn"}>{label("polarity", s.polarity)}</Tag>
          ) : null}
          {s?.duress ? <Tag tone="bad">{t("report.duress")}</Tag> : null}
          {s?.recanted ? <Tag tone="bad">{t("report.recanted")}</Tag> : null}
        </div>
      </header>
      {groupsOf(passage.claims).map((g) => (
        <div key={g.entity} className="thing">
          <div className="thing-head">
            <span className="thing-kind">{label("schema", g.claims[0]?.schema)}</span>
            <ThingName view={props.view} claims={g.claims} />
          </div>
          {g.claims.map((c) => (
            <ClaimLine
              key={c.id}
              claim={c}
              reliability={props.view.report.reliability}
              on={c.id === props.current}
              near={props.hover.includes(c.id)}
              onHover={props.onHover}
              onChoose={props.onChoose}
              onReview={props.onReview}
              onCorrect={props.onCorrect}
            />
          ))}
        </div>
      ))}
    </section>
  );
}

function groupsOf(claims: readonly ClaimView[]): { entity: string; claims: ClaimView[] }[] {
  return [...groupBy(claims, (c) => c.entity)].map(([entity, l]) => ({ entity, claims: l }));
}

function ThingName({ view, claims }: { view: ReportView; claims: readonly ClaimView[] }) {
  const c = claims[0];
  if (!c) return null;
  const e = list(view.entities).find((x) => x.found === c.entity);
  if (e) return <Name of={e} />;
  return c.entity_name && c.entity_name !== c.schema ? <Value className="name">{c.entity_name}</Value> : null;
}

const ClaimLine = memo(function ClaimLine({
  claim: c,
  reliability,
  on,
  near,
  onHover,
  onChoose,
  onReview,
  onCorrect,
}: {
  claim: ClaimView;
  reliability: string | undefined;
  on: boolean;
  near: boolean;
} & Pick<Props, "onHover" | "onChoose" | "onReview" | "onCorrect">) {
  const { t, label } = useSpeech();
  const g = grade(reliability, c.credibility);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only shows what the keys j and k show too
    <div
      data-claim={c.id}
      className={`claim claim-${c.status}${on ? " on" : ""}${near ? " near" : ""}`}
      onMouseEnter={() => onHover([c.id])}
      onMouseLeave={() => onHover([])}
    >
      <button type="button" className="claim-body" aria-pressed={on} onClick={() => onChoose(c.id)}>
        <span className="claim-prop">{label("prop", c.prop)}</span>
        <span className="claim-value">
          {c.value_ref ? <Value>{shownRef(c, label)}</Value> : <PropValue prop={c.prop} value={c.value} />}
          {c.quote && !c.value_ref && c.quote !== c.value ? <Value className="claim-quote">“{c.quote}”</Value> : null}
        </span>
        <span className="claim-meta">
          {c.polarity !== "affirmed" ? (
            <Tag tone={c.polarity === "denied" ? "bad" : "warn"}>{label("polarity", c.polarity)}</Tag>
          ) : null}
          {g ? <span title={t("claim.grade")}>{g}</span> : null}
          {inferred(c) ? <Inferred /> : null}
          <span className="mono" title={t("claim.origin")}>
            {c.origin}
          </span>
          {c.status !== "proposed" ? (
            <Tag tone={c.status === "rejected" ? "bad" : "good"} title={c.reason}>
              {label("reviewStatus", c.status)}
              {c.reviewed_by ? ` · ${c.reviewed_by}` : ""}
            </Tag>
          ) : null}
        </span>
      </button>
      {onReview && onCorrect ? (
        <span className="claim-acts">
          {c.status === "proposed" ? (
            <>
              <button
                type="button"
                className="act act-good"
                title={t("action.accept")}
                aria-label={t("action.accept")}
                onClick={() => onReview(c, "accepted")}
              >
                ✓
              </button>
              <button
                type="button"
                className="act act-bad"
                title={t("action.reject")}
                aria-label={t("action.reject")}
                onClick={() => onReview(c, "rejected")}
              >
                ✗
              </button>
              <button
                type="button"
                className="act"
                title={t("action.correct")}
                aria-label={t("action.correct")}
                onClick={() => onCorrect(c)}
              >
                ✎
              </button>
            </>
          ) : (
            <button
              type="button"
              className="act"
              title={t("action.reopen")}
              aria-label={t("action.reopen")}
              onClick={() => onReview(c, "proposed")}
            >
              ↺
            </button>
          )}
        </span>
      ) : null}
    </div>
  );
});

function shownRef(c: ClaimView, label: (v: string, code: string) => string): string {
  if (!c.value_ref) return c.value;
  return c.value_ref.schema === "Event" ? label("incident", c.value_ref.name) : c.value_ref.name;
}
