import { Link } from "wouter";
import { list, type Pair } from "../../api/types";
import { Block } from "../../parts/Page";
import { Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";
import { useTo } from "../../view";

/** The other open questions about these two: whom else each may be. */
export function Others({ pair, queued }: { pair: Pair; queued: boolean }) {
  const { t } = useSpeech();
  const to = useTo();
  const others = list(pair.others);
  return (
    <Block title={t("pair.others")} count={others.length} note={t("pair.othersHelp")}>
      <ul className="joins">
        {others.map((o) => (
          <li key={`${o.own}|${o.found}`} className="join">
            <Value>{(o.side === "left" ? pair.left : pair.right).name || t("person.nameless")}</Value>
            <span aria-hidden="true">≟</span>
            <Link href={`${to(`/pair/${o.own}/${o.found}`)}${queued ? "?queue=1" : ""}`}>
              <Value>{o.ref.name || t("person.nameless")}</Value>
            </Link>
            <Value className="mono note">{o.report}</Value>
          </li>
        ))}
      </ul>
    </Block>
  );
}
