import { Button } from "@mantine/core";
import { useSpeech } from "./words";

/** Moves through pages of a list the server keeps. */
export function Pager({
  total,
  offset,
  size,
  go,
}: {
  total: number;
  offset: number;
  size: number;
  go(offset: number): void;
}) {
  const { t, number } = useSpeech();
  if (total <= size) return <p className="pager-note">{t("common.rows", { count: total })}</p>;
  const last = Math.min(offset + size, total);
  return (
    <nav className="pager" aria-label={t("common.pages")}>
      <Button variant="default" disabled={offset === 0} onClick={() => go(Math.max(0, offset - size))}>
        {t("common.previous")}
      </Button>
      <span>{t("common.fromTo", { from: number(offset + 1), to: number(last), total: number(total) })}</span>
      <Button variant="default" disabled={last >= total} onClick={() => go(offset + size)}>
        {t("common.next")}
      </Button>
    </nav>
  );
}
