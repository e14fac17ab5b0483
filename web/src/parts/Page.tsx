import { Button, Skeleton } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import type { ApiError } from "../api/client";
import { useSpeech } from "./words";

/** The frame of a screen: one heading, what it is about, what can be done. */
export function Page({
  title,
  sub,
  actions,
  children,
  wide,
}: {
  title: ReactNode;
  sub?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
  wide?: boolean;
}) {
  const words = typeof title === "string" ? title : undefined;
  useEffect(() => {
    if (words) document.title = `${words} · Sanad`;
  }, [words]);
  return (
    <div className={wide ? "page page-wide" : "page"}>
      <header className="page-head">
        <div className="page-titles">
          <h1>{title}</h1>
          {sub ? <div className="page-sub">{sub}</div> : null}
        </div>
        {actions ? <div className="page-actions">{actions}</div> : null}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a screen. */
export function Block({
  title,
  note,
  count,
  children,
  id,
}: {
  title: string;
  note?: ReactNode;
  count?: number;
  children: ReactNode;
  id?: string;
}) {
  const { number } = useSpeech();
  return (
    <section className="block" id={id}>
      <h2>
        {title}
        {count === undefined ? null : <span className="block-count">{number(count)}</span>}
      </h2>
      {note ? <p className="note">{note}</p> : null}
      {children}
    </section>
  );
}

/** Shows a query: a skeleton while it loads, its error with a remedy, else its data. */
export function Answered<T>({
  query,
  children,
  rows = 6,
}: {
  query: UseQueryResult<T, ApiError>;
  children: (data: T) => ReactNode;
  rows?: number;
}) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Trouble error={query.error} retry={() => void query.refetch()} />;
  return <Loading rows={rows} />;
}

export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useSpeech();
  return (
    <div className="loading" role="status" aria-label={t("common.loading")}>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no other identity
        <Skeleton key={i} height={14} width={`${92 - ((i * 37) % 40)}%`} radius="sm" />
      ))}
    </div>
  );
}

/** Says what went wrong and what to do about it. */
export function Trouble({ error, retry }: { error: ApiError; retry?: () => void }) {
  const { t } = useSpeech();
  const message = error.code === "offline" ? t("error.offline") : error.message;
  const remedy = error.code === "offline" ? t("error.offlineRemedy") : error.remedy;
  return (
    <div className="trouble" role="alert">
      <strong>{t("error.title")}</strong>
      <p dir="auto">{message}</p>
      {remedy ? (
        <p dir="auto" className="trouble-remedy">
          {t("error.remedy")}: {remedy}
        </p>
      ) : null}
      {retry ? (
        <Button variant="default" onClick={retry}>
          {t("common.retry")}
        </Button>
      ) : null}
    </div>
  );
}

/** Says why nothing is here and what would bring something. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {children ? <div className="empty-more">{children}</div> : null}
    </div>
  );
}
