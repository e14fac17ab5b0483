import { useMemo } from "react";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { Inferred } from "./Inferred";
import { Tag, type Tone } from "./Tag";
import { useSpeech } from "./words";

/** Where somebody's case stands, and which of it is only inferred. */
export interface Standing {
  latest: string;
  latest_inferred?: boolean;
  cleared: boolean;
  cleared_inferred?: boolean;
}

const tones: Record<string, Tone> = { acquittal: "good", dismissal: "good", release: "good", mentioned: "plain" };

/** What became of somebody. An acquittal, a dismissal or a release always shows, whatever came later. */
export function Outcome({ of }: { of: Standing }) {
  const { t, label } = useSpeech();
  const { cleared } = of;
  const newest = of.latest || "mentioned";
  const known = tones[newest] === "good";
  return (
    <span className="outcome">
      {cleared ? (
        <>
          <Tag tone="good" title={of.cleared_inferred ? undefined : t("outcome.clearedHelp")}>
            ✓ {known ? label("stage", newest) : t("outcome.cleared")}
          </Tag>
          {(known ? of.latest_inferred : of.cleared_inferred) ? <Inferred /> : null}
        </>
      ) : null}
      {cleared && known ? null : (
        <>
          <Tag tone={tones[newest] ?? "info"} title={newest === "mentioned" ? t("outcome.mentionedHelp") : undefined}>
            {label("stage", newest)}
          </Tag>
          {of.latest_inferred ? <Inferred /> : null}
        </>
      )}
    </span>
  );
}

/** Says that a person was cleared, where that is told or inferred of him, before anything else is said of him. */
export function ClearedBanner({ of }: { of: Standing }) {
  const { t } = useSpeech();
  if (!of.cleared) return null;
  return (
    <div className="banner banner-cleared">
      {t(of.cleared_inferred ? "person.clearedInferred" : "person.clearedBanner")}
    </div>
  );
}

/** Where the cases of all persons stand, so that no screen names somebody without what became of him. */
export function useStandings(): (person: string) => Standing {
  const proceedings = useGet("/api/i/{inv}/proceedings");
  const data = proceedings.data;
  return useMemo(() => {
    const known = new Map<string, Standing>(list(data).map((p) => [p.person.id, p]));
    return (person) => known.get(person) ?? { latest: "mentioned", cleared: false };
  }, [data]);
}
