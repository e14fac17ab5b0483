import { Link } from "wouter";
import type { RereadClaim } from "../../api/types";
import { passagePath } from "../../parts/Cites";
import { Inferred, inferred } from "../../parts/Inferred";
import { CodePoints, segments } from "../../parts/spans";
import { Tag } from "../../parts/Tag";
import { PropValue, Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";
import { useTo } from "../../view";

export type Sign = "gained" | "lost" | "changed" | "kept" | "settled" | "moved";

const signs: Record<Sign, string> = { gained: "+", lost: "−", changed: "≠", kept: "=", settled: "×", moved: "→" };

/** Claims that differ between two readings, under the sentence they stand in, their own words marked in it. */
export function Claims({ of, sign }: { of: readonly RereadClaim[]; sign: Sign }) {
  if (of.length === 0) return null;
  return (
    <ul className="diff-list">
      {bySentence(of).map((group) => (
        <li key={group.map((c) => c.id).join()} className={`diff diff-${sign}`}>
          <span className="diff-sign" aria-hidden="true">
            {signs[sign]}
          </span>
          <div className="diff-body">
            <Sentence of={group} />
            <ul className="diff-claims">
              {group.map((c) => (
                <li key={`${c.id}|${c.before?.id ?? ""}`}>
                  <ClaimLine claim={c} />
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Puts together what stands in one sentence; claims come in the order of the text. */
function bySentence(claims: readonly RereadClaim[]): RereadClaim[][] {
  const out: RereadClaim[][] = [];
  for (const c of claims) {
    const last = out.at(-1);
    if (last && c.quote && last[0]?.quote === c.quote) last.push(c);
    else out.push([c]);
  }
  return out;
}

function ClaimLine({ claim: c }: { claim: RereadClaim }) {
  const { label } = useSpeech();
  const same = c.prop === "name" && c.entity_name === c.value;
  return (
    <div className="fact-line">
      <span className="note">{label("schema", c.schema)}</span>
      {c.entity_name && !same ? <Value className="name">{label("incident", c.entity_name)}</Value> : null}
      <span>
        {label("prop", c.prop)}:{" "}
        {c.value_name ? <Value>{label("incident", c.value_name)}</Value> : <PropValue prop={c.prop} value={c.value} />}
      </span>
      {c.polarity === "affirmed" ? null : <Tag tone="warn">{label("polarity", c.polarity)}</Tag>}
      {c.kind === "reported" ? null : <Tag>{label("statementKind", c.kind)}</Tag>}
      {inferred(c) ? <Inferred /> : null}
      {c.status === "proposed" ? null : <Tag tone="info">{label("reviewStatus", c.status)}</Tag>}
    </div>
  );
}

function Sentence({ of }: { of: readonly RereadClaim[] }) {
  const { t } = useSpeech();
  const to = useTo();
  const first = of[0];
  if (!first?.quote || !first.span) return null;
  const points = new CodePoints(first.quote);
  const marks = of.flatMap((c) => (c.mark ? [{ span: c.mark }] : []));
  return (
    <blockquote className="quote diff-quote" dir="auto">
      {segments(0, points.length, marks).map((s) => {
        const words = points.slice(s.start, s.end);
        return s.marks.length > 0 ? <mark key={s.start}>{words}</mark> : <span key={s.start}>{words}</span>;
      })}{" "}
      <Link className="diff-link" href={to(passagePath({ report: first.report, span: first.span }))}>
        {t("reread.passage")}
      </Link>
    </blockquote>
  );
}
