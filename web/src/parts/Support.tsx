import { Tooltip } from "@mantine/core";
import { Inferred, onlyInferred, type Tally } from "./Inferred";
import { useSpeech } from "./words";

/**
 * What a fact rests on: how many reports, how many independent lines among them, how many deny it or leave it open, and whether that is only
 * inferred from their wording.
 */
export function Support({ of }: { of: Tally & { lines: number } }) {
  const { t } = useSpeech();
  const guessed = (of.inferred ?? 0) + (of.inferred_against ?? 0);
  return (
    <Tooltip label={t("support.help")}>
      <span className="support">
        {of.reports > 0 || !(of.denied || of.uncertain) ? (
          <>
            <span>{t("support.reports", { count: of.reports })}</span>
            <span className={of.lines > 1 ? "support-strong" : ""}>{t("support.lines", { count: of.lines })}</span>
          </>
        ) : null}
        {of.denied ? <span className="support-denied">{t("support.denials", { count: of.denied })}</span> : null}
        {of.uncertain ? <span className="support-open">{t("support.uncertain", { count: of.uncertain })}</span> : null}
        {guessed === 0 ? null : onlyInferred(of) ? (
          <Inferred />
        ) : (
          <Inferred>{t("support.inferred", { count: guessed })}</Inferred>
        )}
      </span>
    </Tooltip>
  );
}
