import type { Moment } from "../api/types";
import { pathOf } from "../parts/Value";
import { useSpeech } from "../parts/words";

/** Where the screen of a moment is. */
export function momentPath(m: Moment): string | undefined {
  return m.ref ? pathOf(m.ref) : undefined;
}

/** What a moment is called. */
export function useMomentTitle(): (m: Moment) => string {
  const { label } = useSpeech();
  return (m) => {
    const what = m.kind === "incident" ? label("incident", m.type) : m.title;
    const more = m.kind === "payment" || m.kind === "sentence" || m.kind === "charge" ? m.type : "";
    return (
      [what, more, m.place]
        .filter(Boolean)
        .map((x) => `\u2068${x}\u2069`)
        .join(" · ") || label("moment", m.kind)
    );
  };
}
