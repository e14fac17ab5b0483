import { useState } from "react";
import { type Fact, list } from "../api/types";
import { Cites } from "./Cites";
import { groupBy } from "./group";
import { Support } from "./Support";
import { Tag } from "./Tag";
import { Name, PropValue } from "./Value";
import { useSpeech } from "./words";

/** How many values of one property show at once. */
const shown = 8;

/** Facts by property. Values that contradict one another stand side by side, none of them preferred. */
export function FactList({ facts }: { facts: readonly Fact[] | null | undefined }) {
  const byProp = groupBy(list(facts), (f) => f.prop);
  return (
    <dl className="facts">
      {[...byProp].map(([prop, values]) => (
        <Property key={prop} prop={prop} values={values} />
      ))}
    </dl>
  );
}

function Property({ prop, values }: { prop: string; values: readonly Fact[] }) {
  const { t, label } = useSpeech();
  const [all, setAll] = useState(false);
  const clash = values.some((v) => v.contradicts);
  const some = all ? values : values.slice(0, shown);
  return (
    <div className={`fact${clash ? " fact-clash" : ""}`}>
      <dt>
        {label("prop", prop)}
        {clash ? <Tag tone="warn">{t("fact.contradiction")}</Tag> : null}
      </dt>
      <dd className={clash ? "fact-values fact-values-clash" : "fact-values"}>
        {some.map((f) => (
          <div key={`${f.value}|${f.normal}|${f.ref ?? ""}`} className="fact-value">
            <div className="fact-line">
              <strong>
                {f.ref ? (
                  <Name of={{ id: f.ref, name: f.value, schema: "" }} />
                ) : (
                  <PropValue prop={prop} value={f.value} />
                )}
              </strong>
              <Support of={f} />
            </div>
            <Cites of={f.cites} more={f.more} />
          </div>
        ))}
        {values.length > some.length ? (
          <button type="button" className="link-button" onClick={() => setAll(true)}>
            {t("fact.more", { count: values.length - some.length })}
          </button>
        ) : null}
      </dd>
    </div>
  );
}
