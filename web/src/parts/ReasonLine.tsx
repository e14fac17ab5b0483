import { list, type Reason } from "../api/types";
import { isolate } from "../i18n";
import { Tag } from "./Tag";
import { useSpeech } from "./words";

/** One piece of evidence in words, with the values compared as the sources spell them. */
export function ReasonLine({ reason }: { reason: Reason }) {
  const { t, date, label, knows } = useSpeech();
  const dated = reason.code.startsWith("birth_") || reason.code.startsWith("death_");
  /** An act comes as its code, its date and its place: "public_execution 2014-10-29, Hit". */
  const told = (s: string | undefined) => {
    const [, type, day, place = ""] = /^([a-z_]+) (\d{4}\S*?)(, .+)?$/.exec(s ?? "") ?? [];
    return type && knows("incident", type) ? `${label("incident", type)} ${date(day)}${place}` : s;
  };
  const value = (s: string | undefined) => isolate(dated ? date(s) : told(s));
  const key = `reason.${reason.code}`;
  const count = reason.count ?? 0;
  const text = knows("reason", reason.code)
    ? t(key, { left: value(reason.left), right: value(reason.right) })
    : `${reason.code.replaceAll("_", " ")}: ${value(reason.left)} / ${value(reason.right)}`;
  return (
    <span className="reason">
      <span>{text}</span>
      {count > 1 ? <span className="reason-count">{t("reason.shared", { count })}</span> : null}
      {reason.hard ? <Tag tone="bad">{t("reason.hard")}</Tag> : null}
      <Weight of={reason.weight ?? 0} />
    </span>
  );
}

/** How much a reason weighs, as up to five strokes; it is a help for the eye, not a verdict. */
function Weight({ of }: { of: number }) {
  const { t } = useSpeech();
  const n = Math.min(5, Math.max(1, Math.round(Math.abs(of))));
  return (
    <span className="weight" title={t("reason.weight", { weight: of.toFixed(1) })} aria-hidden="true">
      {Array.from({ length: 5 }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: strokes have no other identity
        <i key={i} className={i < n ? "on" : ""} />
      ))}
    </span>
  );
}

/** What speaks for and against, side by side and on equal footing. */
export function ForAndAgainst({ pro, contra }: { pro: readonly Reason[] | null; contra: readonly Reason[] | null }) {
  const { t } = useSpeech();
  const column = (title: string, reasons: readonly Reason[], none: string, tone: string) => (
    <div className={`reasons reasons-${tone}`}>
      <h3>{title}</h3>
      {reasons.length === 0 ? <p className="note">{none}</p> : null}
      <ul>
        {reasons.map((r) => (
          <li key={`${r.code}|${r.left}|${r.right}`}>
            <ReasonLine reason={r} />
          </li>
        ))}
      </ul>
    </div>
  );
  return (
    <div className="for-against">
      {column(t("pair.for"), list(pro), t("pair.nothingFor"), "for")}
      {column(t("pair.against"), list(contra), t("pair.nothingAgainst"), "against")}
    </div>
  );
}
