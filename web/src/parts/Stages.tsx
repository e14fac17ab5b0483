import { list, type Stage } from "../api/types";
import { Cites } from "./Cites";
import { Support } from "./Support";
import { Tag, type Tone } from "./Tag";
import { Name, PropValue, Value } from "./Value";
import { useSpeech } from "./words";

const tones: Record<string, Tone> = { acquittal: "good", dismissal: "good", release: "good" };

/** A proceeding, newest stage first, each with what it rests on. */
export function Stages({ stages }: { stages: readonly Stage[] }) {
  const { t, label, date } = useSpeech();
  return (
    <ol className="stages">
      {stages.map((s) => (
        <li key={`${s.kind}|${s.date}|${s.value}|${s.place}`} className={`stage stage-${s.kind}`}>
          <div className="stage-date">{s.date ? date(s.date) : t("date.unknown")}</div>
          <div className="stage-body">
            <div className="fact-line">
              <Tag tone={tones[s.kind] ?? "info"}>{label("stage", s.kind)}</Tag>
              {s.value && s.value !== "released" ? (
                <strong>
                  <PropValue prop="value" value={s.value} />
                </strong>
              ) : null}
              {s.place ? <Value>{s.place}</Value> : null}
              {s.authority ? <Name of={s.authority} /> : null}
              <Support of={s} />
            </div>
            {list(s.cites).length > 0 ? <Cites of={s.cites} /> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
