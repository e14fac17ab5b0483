import { Tooltip } from "@mantine/core";
import { useSpeech } from "./words";

interface Tally {
  reports: number;
  lines: number;
  denied?: number;
  uncertain?: number;
}

/** What a fact rests on: how many reports, how many independent lines among them, how many deny it or leave it open. */
export function Support({ of }: { of: Tally }) {
  const { t } = useSpeech();
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
      </span>
    </Tooltip>
  );
}
