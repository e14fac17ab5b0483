import { useEffect, useMemo, useRef } from "react";
import { type ClaimView, list, type ReportView, type Span } from "../../api/types";
import { CodePoints, lines, segments } from "../../parts/spans";
import { useSpeech } from "../../parts/words";

interface Mark {
  id: string;
  span: Span;
  look: string;
}

/** The words of a report with everything read in them marked. Offsets of the server count code points. */
export function MarkedText({
  view,
  at,
  current,
  hover,
  onHover,
  onChoose,
  onSelect,
}: {
  view: ReportView;
  at: Span | undefined;
  current: ClaimView | undefined;
  hover: readonly string[];
  onHover(ids: readonly string[]): void;
  onChoose(ids: readonly string[]): void;
  onSelect(span: Span | undefined): void;
}) {
  const { t } = useSpeech();
  const root = useRef<HTMLElement>(null);
  const points = useMemo(() => new CodePoints(view.text.content), [view.text.content]);
  const statement = list(view.statements).find((s) => s.id === current?.statement);
  const marks = useMemo<Mark[]>(() => {
    const out: Mark[] = [];
    for (const c of list(view.claims)) {
      if (!c.span || c.status === "rejected") continue;
      out.push({ id: c.id, span: c.span, look: `mark-${look(c)}${c.polarity === "denied" ? " mark-denied" : ""}` });
    }
    for (const s of list(view.statements)) {
      if (s.kind === "assessment" && s.span.end > s.span.start)
        out.push({ id: s.id, span: s.span, look: "mark-assessment" });
    }
    return out;
  }, [view.claims, view.statements]);
  const rows = useMemo(
    () => lines(points).map((l) => ({ ...l, parts: segments(l.start, l.end, marks) })),
    [points, marks],
  );

  useEffect(() => {
    if (!at) return;
    const first = [...(root.current?.querySelectorAll<HTMLElement>("[data-start]") ?? [])].find(
      (e) => Number(e.dataset.start) <= at.start && Number(e.dataset.end) > at.start,
    );
    first?.scrollIntoView({ block: "center" });
  }, [at]);

  // The selection of the browser, in code points of the text.
  useEffect(() => {
    const heard = () => {
      const s = window.getSelection();
      if (
        !s ||
        s.isCollapsed ||
        s.rangeCount === 0 ||
        !root.current?.contains(s.anchorNode) ||
        !root.current.contains(s.focusNode)
      ) {
        return;
      }
      const range = s.getRangeAt(0);
      const start = offsetOf(range.startContainer, range.startOffset, points, false);
      const end = offsetOf(range.endContainer, range.endOffset, points, true);
      if (start !== undefined && end !== undefined && end > start) onSelect(trim(points, { start, end }));
    };
    document.addEventListener("mouseup", heard);
    document.addEventListener("keyup", heard);
    document.addEventListener("touchend", heard);
    return () => {
      document.removeEventListener("mouseup", heard);
      document.removeEventListener("keyup", heard);
      document.removeEventListener("touchend", heard);
    };
  }, [points, onSelect]);

  const covers = (span: Span | undefined, s: Span) => span !== undefined && span.start <= s.start && s.end <= span.end;
  return (
    <article
      ref={root}
      className="report-text"
      dir="auto"
      lang={view.text.language || undefined}
      aria-label={t("report.text")}
    >
      {points.length === 0 ? <p className="note">{t("report.noText")}</p> : null}
      {rows.map((row) => (
        <p key={row.start} dir="auto">
          {row.parts.map((s) => {
            const ids = s.marks.map((m) => m.id);
            const looks = [...new Set(s.marks.map((m) => m.look))].join(" ");
            const on = ids.some((i) => i === current?.id);
            const near = ids.some((i) => hover.includes(i));
            const inStatement = covers(statement?.span, s);
            const cls = [
              looks,
              ids.length ? "mark" : "",
              on ? "on" : "",
              near ? "near" : "",
              inStatement ? "in-statement" : "",
              at && covers(at, s) ? "asked" : "",
            ]
              .filter(Boolean)
              .join(" ");
            return (
              // biome-ignore lint/a11y/noStaticElementInteractions: the keys j and k do the same
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys j and k do the same
              <span
                key={s.start}
                data-start={s.start}
                data-end={s.end}
                data-ids={ids.join(" ")}
                className={cls || undefined}
                onMouseEnter={ids.length ? () => onHover(ids) : undefined}
                onMouseLeave={ids.length ? () => onHover([]) : undefined}
                onClick={ids.length ? () => onChoose(ids) : undefined}
              >
                {points.slice(s.start, s.end)}
              </span>
            );
          })}
          {row.parts.length === 0 ? <br /> : null}
        </p>
      ))}
    </article>
  );
}

/** The look of a mark tells who, what, where and when apart. */
function look(c: ClaimView): string {
  if (/date$/i.test(c.prop)) return "when";
  if (/place$/i.test(c.prop) || c.prop === "residence") return "where";
  if (c.schema === "Person" || c.schema === "Group") return "who";
  if (c.schema === "Organization" || c.schema === "Network" || c.schema === "Unit" || c.schema === "Membership")
    return "group";
  return "what";
}

/** Translates a border of the browser's selection into code points of the whole text. */
function offsetOf(node: Node, offset: number, points: CodePoints, end: boolean): number | undefined {
  if (node.nodeType === Node.TEXT_NODE) {
    const holder = node.parentElement?.closest<HTMLElement>("[data-start]");
    if (!holder) return undefined;
    return points.point(points.unit(Number(holder.dataset.start)) + offset);
  }
  if (!(node instanceof HTMLElement)) return undefined;
  const child = node.childNodes[end ? offset - 1 : offset];
  const within = child instanceof HTMLElement ? child : node;
  const spans = within.matches("[data-start]") ? [within] : [...within.querySelectorAll<HTMLElement>("[data-start]")];
  const edge = end ? spans.at(-1) : spans[0];
  if (!edge) return undefined;
  return Number(end ? edge.dataset.end : edge.dataset.start);
}

/** Leaves out white space at both ends of a selection. */
function trim(points: CodePoints, s: Span): Span | undefined {
  const text = [...points.slice(s.start, s.end)];
  let a = 0;
  let b = text.length;
  while (a < b && /\s/.test(text[a] as string)) a++;
  while (b > a && /\s/.test(text[b - 1] as string)) b--;
  return b > a ? { start: s.start + a, end: s.start + b } : undefined;
}
