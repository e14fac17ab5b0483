import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { type Fact, list, type Pair, type Side } from "../../api/types";
import { Cites, Quote } from "../../parts/Cites";
import { Inferred, onlyInferred } from "../../parts/Inferred";
import { Namesakes } from "../../parts/Namesakes";
import { Outcome } from "../../parts/Outcome";
import { Role } from "../../parts/Role";
import { Support } from "../../parts/Support";
import { Tag } from "../../parts/Tag";
import { Name, PropValue, Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";
import { useTo } from "../../view";

/** Who stands on one side: name, outcome, how much is said of him, how common the name is. */
export function SideHead({ side }: { side: Side }) {
  const { t } = useSpeech();
  const to = useTo();
  return (
    <div className="side-head">
      <h2>
        <Link href={to(`/persons/${side.id}`)}>
          <Value>{side.name || t("person.nameless")}</Value>
        </Link>
      </h2>
      <div className="tags">
        <Outcome of={side} />
        {side.weak ? <Tag tone="warn">{t("person.weak")}</Tag> : null}
        <Namesakes of={side.namesakes} />
      </div>
      <Support of={side} />
    </div>
  );
}

const signs: Record<string, string> = { agree: "=", clash: "≠", both: "~", left: "·", right: "·" };

/** How many values of one property show their sentences at once. */
const shown = 3;

/** The two sides property by property, each value beside the sentence it comes from. */
export function Compare({ pair }: { pair: Pair }) {
  const { t, label } = useSpeech();
  const of = (side: Side, prop: string) => list(side.facts).filter((f) => f.prop === prop);
  const texts = (side: Side) => ({
    roles: list(side.roles).map((r) => ({
      key: `${r.role}|${r.organization?.id}`,
      text: (
        <>
          {r.code ? <Role of={r} words guess={onlyInferred(r)} /> : <Value>{r.role}</Value>}{" "}
          {r.organization ? <Name of={r.organization} /> : null}
        </>
      ),
      of: r,
    })),
    kin: list(side.kin).map((k) => ({
      key: `${k.relation}|${k.who.id}`,
      text: (
        <>
          <span className="note">
            {t(k.inverse ? "person.kinOf" : "person.kinIs", { relation: label("relation", k.relation) })}
          </span>{" "}
          <Name of={k.who} />
        </>
      ),
      of: k,
    })),
    parts: list(side.parts).map((p) => ({
      key: `${p.incident}|${p.role}`,
      text: (
        <>
          {label("part", p.role)} · {label("incident", p.type)} {p.place ? <Value>{p.place}</Value> : null}{" "}
          {onlyInferred(p) ? <Inferred /> : null}
        </>
      ),
      of: p,
    })),
  });
  const l = texts(pair.left);
  const r = texts(pair.right);
  return (
    <div className="compare">
      {list(pair.marks).map((m) => (
        <div key={m.prop} className={`compare-row compare-${m.mark}`}>
          <div className="compare-cell">
            <Facts facts={of(pair.left, m.prop)} />
          </div>
          <div className="compare-mid">
            <span className="compare-sign" aria-hidden="true">
              {signs[m.mark] ?? "·"}
            </span>
            <span className="compare-prop">{label("prop", m.prop)}</span>
            <span className="compare-mark">{label("mark", m.mark)}</span>
          </div>
          <div className="compare-cell">
            <Facts facts={of(pair.right, m.prop)} />
          </div>
        </div>
      ))}
      {(["roles", "kin", "parts"] as const).map((k) =>
        l[k].length + r[k].length === 0 ? null : (
          <div key={k} className="compare-row">
            <div className="compare-cell">
              <Said lines={l[k]} />
            </div>
            <div className="compare-mid">
              <span className="compare-prop">{t(`pair.${k}`)}</span>
            </div>
            <div className="compare-cell">
              <Said lines={r[k]} />
            </div>
          </div>
        ),
      )}
    </div>
  );
}

function Facts({ facts }: { facts: readonly Fact[] }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  if (facts.length === 0) return <span className="note">{t("pair.notSaid")}</span>;
  return (
    <>
      {facts.slice(0, all ? undefined : shown).map((f) => {
        const cites = list(f.cites);
        return (
          <div key={`${f.value}|${f.normal}`} className="compare-fact">
            <strong>
              <PropValue prop={f.prop} value={f.value} />
            </strong>
            {cites[0] ? <Quote cite={cites[0]} /> : null}
            {cites.length > 1 ? <Cites of={cites.slice(1)} more={f.more} /> : null}
          </div>
        );
      })}
      {facts.length > shown && !all ? (
        <p className="compare-fact">
          <span className="words">
            {facts.slice(shown, shown + 8).map((f) => (
              <PropValue key={`${f.value}|${f.normal}`} prop={f.prop} value={f.value} />
            ))}
          </span>{" "}
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t("pair.moreValues", { count: facts.length - shown })}
          </button>
        </p>
      ) : null}
    </>
  );
}

interface Line {
  key: string;
  text: ReactNode;
  of: Pick<Fact, "cites" | "more">;
}

function Said({ lines }: { lines: readonly Line[] }) {
  const { t } = useSpeech();
  if (lines.length === 0) return <span className="note">{t("pair.notSaid")}</span>;
  return (
    <>
      {lines.slice(0, 12).map((x) => (
        <div key={x.key} className="compare-fact">
          <div>{x.text}</div>
          <Cites of={x.of.cites} more={x.of.more} />
        </div>
      ))}
    </>
  );
}
