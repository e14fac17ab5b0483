import { groupBy } from "./group";
import { type Fact, list } from "../api/types";
import { Cites } from "./Cites";
import { Support } from "./Support";
import { Tag } from "./Tag";
import { Name, PropValue } from "./Value";
import { useSpeech } from "./words";

/** Facts by property. Values that contradict one another stand side by side, none of them preferred. */
export function FactList({ facts }: { facts: readonly Fact[] | null | undefined }) {
  const { t, label } = useSpeech();
  const byProp = groupBy(list(facts), (f) => f.prop);
  return (
    <dl className="facts">
      {[...byProp].map(([prop, values]) => {
        const clash = values.some((v) => v.contradicts);
        return (
          <div key={prop} className={`fact${clash ? " fact-clash" : ""}`}>
            <dt>
              {label("prop", prop)}
              {clash ? <Tag tone="warn">{t("fact.contradiction")}</Tag> : null}
            </dt>
            <dd className={clash ? "fact-values fact-values-clash" : "fact-values"}>
              {values.map((f) => (
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
                  <Cites of={f.cites} />
                </div>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
