import { Tag } from "./Tag";
import { useSpeech } from "./words";

/** How common a name is here: who is known to be somebody else, and who is not placed yet. */
export function Namesakes({ of }: { of: { apart: number; open: number } }) {
  const { t } = useSpeech();
  if (of.apart + of.open === 0) return <Tag>{t("namesakes.none")}</Tag>;
  return (
    <>
      {of.apart > 0 ? <Tag tone="warn">{t("namesakes.apart", { count: of.apart })}</Tag> : null}
      {of.open > 0 ? (
        <Tag tone="warn" title={t("namesakes.openHelp")}>
          {t("namesakes.open", { count: of.open })}
        </Tag>
      ) : null}
    </>
  );
}
