import { Link } from "wouter";
import type { RereadClaim } from "../../api/types";
import { passagePath } from "../../parts/Cites";
import { CodePoints } from "../../parts/spans";
import { Tag } from "../../parts/Tag";
import { PropValue, Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";
import { useTo } from "../../view";

export type Sign = "gained" | "lost" | "changed" | "kept" | "settled" | "moved";

const signs: Record<Sign, string> = { gained: "+", lost: "−", changed: "≠", kept: "=", settled: "×", moved: "→" };

/** Claims that differ between two readings, each with its sentence and its own words marked in it. */
export function Claims({ of, sign }: { of: readonly RereadClaim[]; sign: Sign }) {
  return (
    <ul className="diff-list">
      {of.map((c) => (
        <li key={`${c.id}|${c.before?.id ?? ""}`} className={`diff diff-${sign}`}>
          <ClaimLine claim={c} sign={sign} />
        </li>
      ))}
    </ul>
  );
}

function ClaimLine({ claim: c, sign }: { claim: RereadClaim; sign: Sign }) {
  const { t, label } = useSpeech();
  const to = useTo();
  const same = c.prop === "name" && c.entity_name === c.value;
  return (
    <>
      <span className="diff-sign" aria-hidden="true">
        {signs[sign]}
      </span>
      <div className="diff-body">
        <div className="fact-line">
          <span className="note">{label("schema", c.schema)}</span>
          {c.entity_name && !same ? <Value className="name">{label("incident", c.entity_name)}</Value> : null}
          <span>
            {label("prop", c.prop)}: <PropValue prop={c.prop} value={c.value_name || c.value} />
          </span>
          {c.polarity === "affirmed" ? null : <Tag tone="warn">{label("polarity", c.polarity)}</Tag>}
          {c.kind === "reported" ? null : <Tag>{label("statementKind", c.kind)}</Tag>}
          {c.status === "proposed" ? null : <Tag tone="info">{label("reviewStatus", c.status)}</Tag>}
        </div>
        {c.quote ? <Sentence claim={c} /> : null}
        {c.span ? (
          <Link className="note" href={to(passagePath({ report: c.report, span: c.span }))}>
            {t("reread.passage")}
          </Link>
        ) : null}
      </div>
    </>
  );
}

function Sentence({ claim: { quote = "", mark } }: { claim: RereadClaim }) {
  const points = new CodePoints(quote);
  return (
    <blockquote className="quote diff-quote" dir="auto">
      {mark ? (
        <>
          {points.slice(0, mark.start)}
          <mark>{points.slice(mark.start, mark.end)}</mark>
          {points.slice(mark.end, points.length)}
        </>
      ) : (
        quote
      )}
    </blockquote>
  );
}
