import { useState } from "react";
import type { JoinPair } from "../../api/types";
import { Block } from "../../parts/Page";
import { ReasonLine } from "../../parts/ReasonLine";
import { Tag } from "../../parts/Tag";
import { Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";

const shown = 8;

/** Every pair of found persons that a "same" would newly join; those that clash come first. */
export function Joins({ joins, total }: { joins: readonly JoinPair[]; total: number }) {
  const { t } = useSpeech();
  const [all, setAll] = useState(false);
  const sorted = [...joins].sort((a, b) => Number(Boolean(b.clash)) - Number(Boolean(a.clash)));
  const clashes = joins.filter((j) => j.clash).length;
  return (
    <Block
      title={t("pair.joins")}
      count={total}
      note={clashes > 0 ? t("pair.joinsClash", { count: clashes }) : t("pair.joinsHelp")}
    >
      <ul className="joins">
        {sorted.slice(0, all ? undefined : shown).map((j) => (
          <li key={`${j.left}|${j.right}`} className={j.clash ? "join join-clash" : "join"}>
            <span>
              <Value>{j.left_name}</Value> <Value className="mono note">{j.left_report}</Value>
            </span>
            <span aria-hidden="true">+</span>
            <span>
              <Value>{j.right_name}</Value> <Value className="mono note">{j.right_report}</Value>
            </span>
            {j.clash ? (
              <span className="join-why">
                <Tag tone="bad">{t("pair.clash")}</Tag> <ReasonLine reason={j.clash} />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {sorted.length > shown && !all ? (
        <button type="button" className="link-button" onClick={() => setAll(true)}>
          {t("pair.allJoins", { count: sorted.length })}
        </button>
      ) : null}
      {all && total > sorted.length ? (
        <p className="note">{t("pair.joinsRest", { count: total - sorted.length })}</p>
      ) : null}
    </Block>
  );
}
