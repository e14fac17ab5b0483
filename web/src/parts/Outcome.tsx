import { useMemo } from "react";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { Tag, type Tone } from "./Tag";
import { useSpeech } from "./words";

/** Where somebody's case stands. */
export interface Standing {
  latest: string;
  cleared: boolean;
}

const tones: Record<string, Tone> = { acquittal: "good", dismissal: "good", release: "good", mentioned: "plain" };

/** What became of somebody. An acquittal, a dismissal or a release always shows, whatever came later. */
export function Outcome({ latest, cleared }: Standing) {
  const { t, label } = useSpeech();
  const newest = latest || "mentioned";
  return (
    <span className="outcome">
      {cleared ? (
        <Tag tone="good" title={t("outcome.clearedHelp")}>
          ✓ {newest in tones && newest !== "mentioned" ? label("stage", newest) : t("outcome.cleared")}
        </Tag>
      ) : null}
      {cleared && tones[newest] === "good" ? null : (
        <Tag tone={tones[newest] ?? "info"} title={newest === "mentioned" ? t("outcome.mentionedHelp") : undefined}>
          {label("stage", newest)}
        </Tag>
      )}
    </span>
  );
}

/** Where the cases of all persons stand, so that no screen names somebody without what became of him. */
export function useStandings(): (person: string) => Standing {
  const proceedings = useGet("/api/i/{inv}/proceedings");
  const data = proceedings.data;
  return useMemo(() => {
    const known = new Map(list(data).map((p) => [p.person.id, { latest: p.latest, cleared: p.cleared }]));
    return (person) => known.get(person) ?? { latest: "mentioned", cleared: false };
  }, [data]);
}
