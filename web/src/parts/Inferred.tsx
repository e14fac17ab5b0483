import { useSpeech } from "./words";

/**
 * Whether a claim is only inferred: no rule read it and nobody has said it is so; a model saw it from the words around the name. That
 * somebody is named is not meant.
 */
export function inferred(c: { origin: string; status: string }): boolean {
  return c.origin.startsWith("model:") && c.origin !== "model:names" && c.status === "proposed";
}

/** How many reports say something for and against, and how many of them by nothing but what a model inferred. */
export interface Tally {
  reports: number;
  denied?: number;
  uncertain?: number;
  inferred?: number;
  inferred_against?: number;
}

/** Whether all that affirms a thing, or where nothing does all there is of it, is inferred. */
export function onlyInferred(of: Tally): boolean {
  const [said, guessed] =
    of.reports > 0
      ? [of.reports, of.inferred ?? 0]
      : [(of.denied ?? 0) + (of.uncertain ?? 0), of.inferred_against ?? 0];
  return guessed > 0 && guessed === said;
}

/** Marks what is only inferred. It is set upright, with a frame: slanted letters are no custom in Arabic. */
export function Inferred({ children }: { children?: string }) {
  const { t } = useSpeech();
  return (
    <span className="tag tag-warn tag-inferred" title={t("cite.inferredHelp")}>
      {children ?? t("cite.inferred")}
    </span>
  );
}
