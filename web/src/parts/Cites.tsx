import { createContext, useContext, useState } from "react";
import { Link } from "wouter";
import { type Cite, list } from "../api/types";
import { useTo } from "../view";
import { Inferred, inferred } from "./Inferred";
import { CodePoints } from "./spans";
import { Tag } from "./Tag";
import { Value } from "./Value";
import { useSpeech } from "./words";

const shown = 4;

/** How to ask the server for the passages it left out of the answer on the screen. */
export const AllPassages = createContext<(() => void) | undefined>(undefined);

/**
 * Where a line comes from: one chip a passage, each leading to the report with the passage marked; the words on request.
 * `more` is how many passages the server left out.
 */
export function Cites({
  of,
  more = 0,
  open = false,
}: {
  of: readonly Cite[] | null | undefined;
  more?: number;
  open?: boolean;
}) {
  const { t } = useSpeech();
  const [words, setWords] = useState(open);
  const [all, setAll] = useState(false);
  const askAll = useContext(AllPassages);
  const cites = list(of);
  if (cites.length === 0) return null;
  const some = all ? cites : cites.slice(0, shown);
  const hidden = cites.length - some.length + (askAll ? more : 0);
  return (
    <div className="cites">
      <div className="chips">
        {some.map((c) => (
          <CiteChip key={c.claim} cite={c} />
        ))}
        {hidden > 0 ? (
          <button
            type="button"
            className="chip chip-more"
            onClick={() => {
              setAll(true);
              if (more > 0) askAll?.();
            }}
          >
            {t("cite.more", { count: hidden })}
          </button>
        ) : null}
        <button type="button" className="link-button" aria-expanded={words} onClick={() => setWords(!words)}>
          {words ? t("cite.hide") : t("cite.show")}
        </button>
      </div>
      {words ? (
        <ul className="quotes">
          {some.map((c) => (
            <li key={c.claim}>
              <Quote cite={c} />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The address of the passage of a citation. */
export function passagePath(c: { report: string; span?: { start: number; end: number } }): string {
  return `/reports/${c.report}${c.span ? `?at=${c.span.start}-${c.span.end}` : ""}`;
}

/** Reliability of the source and credibility of the claim, as the Admiralty code writes them: B2. */
export function grade(reliability: string | undefined, credibility: number | undefined): string {
  if (!reliability && !credibility) return "";
  // A grade reads from left to right in every language.
  return `\u2066${reliability || "–"}${credibility || "–"}\u2069`;
}

function CiteChip({ cite }: { cite: Cite }) {
  const { t, label } = useSpeech();
  const to = useTo();
  const g = grade(cite.reliability, cite.credibility);
  const about = [
    label("sourceKind", cite.source_kind),
    cite.reference,
    cite.derived ? t("cite.derived") : "",
    inferred(cite) ? t("cite.inferredHelp") : "",
    cite.polarity === "affirmed" ? "" : label("polarity", cite.polarity),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <Link
      href={to(passagePath(cite))}
      className={`chip chip-${cite.polarity}${cite.derived ? " chip-derived" : ""}`}
      title={`${about}${cite.quote ? `\n“${cite.quote}”` : ""}`}
    >
      <Value>{cite.source}</Value>
      {g ? <span className="chip-grade">{g}</span> : null}
      {cite.polarity === "denied" ? <span className="chip-mark">{label("polarity", "denied")}</span> : null}
      {cite.polarity === "uncertain" ? <span className="chip-mark">?</span> : null}
      {cite.derived ? <span className="chip-mark">{t("cite.copy")}</span> : null}
      {inferred(cite) ? <Inferred /> : null}
    </Link>
  );
}

/** The sentence behind a line, with the claim's own words marked and everything needed to weigh it. */
export function Quote({ cite }: { cite: Cite }) {
  const { t, label, date } = useSpeech();
  const to = useTo();
  const points = new CodePoints(cite.quote ?? "");
  const mark = cite.mark;
  return (
    <figure className={`quote quote-${cite.polarity}`}>
      <blockquote dir="auto">
        {mark ? (
          <>
            {points.slice(0, mark.start)}
            <mark>{points.slice(mark.start, mark.end)}</mark>
            {points.slice(mark.end, points.length)}
          </>
        ) : (
          cite.quote || t("cite.noWords")
        )}
      </blockquote>
      <figcaption>
        <Link href={to(passagePath(cite))}>
          <Value>{cite.reference}</Value>
        </Link>
        <Value>{cite.source}</Value>
        <span>{label("sourceKind", cite.source_kind)}</span>
        {cite.dated ? <span>{date(cite.dated)}</span> : null}
        {cite.asserter ? <span>{t("cite.says", { who: `\u2068${cite.asserter}\u2069` })}</span> : null}
        {cite.access ? <span>{label("access", cite.access)}</span> : null}
        {cite.kind && cite.kind !== "reported" ? <Tag tone="violet">{label("statementKind", cite.kind)}</Tag> : null}
        {cite.polarity !== "affirmed" ? (
          <Tag tone={cite.polarity === "denied" ? "bad" : "warn"}>{label("polarity", cite.polarity)}</Tag>
        ) : null}
        {cite.derived ? <Tag>{t("cite.derived")}</Tag> : null}
        {inferred(cite) ? <Inferred /> : null}
      </figcaption>
    </figure>
  );
}
