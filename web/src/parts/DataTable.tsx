import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type CSSProperties, type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { useSpeech } from "./words";

export interface Column<T> {
  key: string;
  label: string;
  /** Width as a track of a CSS grid. */
  width: string;
  cell(row: T): ReactNode;
  /** Gives what the column sorts by; without it the column does not sort. */
  sort?(row: T): string | number;
}

/** From how many rows on only those in sight are drawn. */
const many = 150;

/** A table that stays a table for a screen reader (by roles, since a virtual list cannot be made of table elements), turns into cards on a narrow screen, and draws long lists as they scroll. */
export function DataTable<T>({
  label,
  columns,
  rows,
  id,
  marked,
}: {
  label: string;
  columns: readonly Column<T>[];
  rows: readonly T[];
  id(row: T): string;
  marked?: (row: T) => boolean;
}) {
  const { t, language } = useSpeech();
  const [by, setBy] = useState<{ key: string; down: boolean } | undefined>();
  const sorted = useMemo(() => {
    const sort = columns.find((c) => c.key === by?.key)?.sort;
    if (!by || !sort) return rows;
    const collator = new Intl.Collator(language, { numeric: true });
    const compare = (a: T, b: T) => {
      const x = sort(a);
      const y = sort(b);
      return typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
    };
    return [...rows].sort((a, b) => (by.down ? compare(b, a) : compare(a, b)));
  }, [rows, columns, by, language]);

  const body = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (body.current) setTop(body.current.getBoundingClientRect().top + window.scrollY);
  }, []);
  const long = sorted.length > many;
  const virtual = useWindowVirtualizer({
    count: long ? sorted.length : 0,
    estimateSize: () => 42,
    overscan: 12,
    scrollMargin: top,
  });
  const style = { "--columns": columns.map((c) => c.width).join(" ") } as CSSProperties;

  const row = (r: T) => (
    <>
      {columns.map((c) => (
        <div role="cell" key={c.key} className="td" data-label={c.label}>
          {c.cell(r)}
        </div>
      ))}
    </>
  );
  return (
    <div className="table" role="table" aria-label={label} aria-rowcount={sorted.length + 1} style={style}>
      <div className="tr th-row" role="row">
        {columns.map((c) => (
          <div
            role="columnheader"
            key={c.key}
            className="th"
            aria-sort={by?.key === c.key ? (by.down ? "descending" : "ascending") : undefined}
          >
            {c.sort ? (
              <button
                type="button"
                className="th-sort"
                onClick={() =>
                  setBy(
                    by?.key === c.key
                      ? by.down
                        ? undefined
                        : { key: c.key, down: true }
                      : { key: c.key, down: false },
                  )
                }
                title={t("common.sort")}
              >
                {c.label}
                <span aria-hidden="true">{by?.key === c.key ? (by.down ? " ↓" : " ↑") : ""}</span>
              </button>
            ) : (
              c.label
            )}
          </div>
        ))}
      </div>
      <div ref={body} className="tbody" role="rowgroup" style={long ? { height: virtual.getTotalSize() } : undefined}>
        {long
          ? virtual.getVirtualItems().map((v) => {
              const r = sorted[v.index] as T;
              return (
                <div
                  role="row"
                  key={id(r)}
                  data-index={v.index}
                  ref={virtual.measureElement}
                  aria-rowindex={v.index + 2}
                  className={`tr tr-virtual${marked?.(r) ? " tr-marked" : ""}`}
                  style={{ transform: `translateY(${v.start - virtual.options.scrollMargin}px)` }}
                >
                  {row(r)}
                </div>
              );
            })
          : sorted.map((r) => (
              <div role="row" key={id(r)} className={`tr${marked?.(r) ? " tr-marked" : ""}`}>
                {row(r)}
              </div>
            ))}
      </div>
    </div>
  );
}
