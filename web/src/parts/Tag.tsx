import type { ReactNode } from "react";

export type Tone = "plain" | "good" | "bad" | "warn" | "info" | "violet";

/** A small mark. Its words carry the meaning; the colour only repeats it. */
export function Tag({ tone = "plain", title, children }: { tone?: Tone; title?: string; children: ReactNode }) {
  return (
    <span className={`tag tag-${tone}`} title={title}>
      {children}
    </span>
  );
}
