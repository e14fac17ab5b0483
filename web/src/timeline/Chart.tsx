import { useElementSize } from "@mantine/hooks";
import { scaleUtc } from "d3-scale";
import { useMemo, useState } from "react";
import { Link } from "wouter";
import type { Moment } from "../api/types";
import { localeOf } from "../i18n";
import { Inferred } from "../parts/Inferred";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";
import { layOut } from "./lanes";
import { momentPath, useMomentTitle } from "./moment";

const rowHeight = 13;
const laneGap = 10;
const axis = 26;
const mostRows = 12;

function laneHeight(lane: { rows: number; more: readonly unknown[] }): number {
  return lane.rows * rowHeight + laneGap + (lane.more.length > 0 ? rowHeight : 0);
}

/** Moments on a line of time: a day is a dot, a vague date a bar as long as it may be. Time runs as the language does. */
export default function Chart({ moments }: { moments: readonly Moment[] }) {
  const { t, language, label, date } = useSpeech();
  const { ref, width } = useElementSize();
  const to = useTo();
  const title = useMomentTitle();
  const [picked, setPicked] = useState<Moment | undefined>();
  const rtl = language === "ar";
  const margin = width < 520 ? 74 : 110;

  const drawn = useMemo(() => {
    const from = Math.min(...moments.map((m) => Date.parse(m.from)));
    const until = Math.max(...moments.map((m) => Date.parse(m.to))) + 86_400_000;
    const pad = Math.max(86_400_000 * 5, (until - from) * 0.02);
    const inner = Math.max(120, width - margin - 12);
    const scale = scaleUtc()
      .domain([from - pad, until + pad])
      .range(rtl ? [inner + 12, 12] : [margin, margin + inner]);
    const lanes = layOut(
      moments,
      (m) => {
        const a = scale(Date.parse(m.from));
        const b = scale(Date.parse(m.to) + 86_400_000);
        return [Math.min(a, b), Math.max(a, b)];
      },
      mostRows,
    );
    return { scale, lanes, inner };
  }, [moments, width, rtl, margin]);

  if (moments.length === 0) return <p className="note">{t("timeline.none")}</p>;
  const height = drawn.lanes.reduce((h, l) => h + laneHeight(l), 0) + axis;
  const ticks = drawn.scale.ticks(Math.max(2, Math.floor(drawn.inner / 90)));
  const locale = localeOf(language);
  const year = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric" });
  const month = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short" });
  const day = new Intl.DateTimeFormat(locale, { timeZone: "UTC", month: "short", day: "numeric" });
  const tick = (d: Date) => (d.getUTCDate() !== 1 ? day : d.getUTCMonth() === 0 ? year : month).format(d);
  let y = axis;
  return (
    <div className="chart" ref={ref}>
      {width > 0 ? (
        <svg
          width={width}
          height={height}
          role="img"
          aria-label={t("timeline.drawing", { count: moments.length })}
          direction={rtl ? "rtl" : "ltr"}
        >
          {ticks.map((d) => (
            <g key={d.getTime()} transform={`translate(${drawn.scale(d)},0)`}>
              <line y1={axis - 6} y2={height} className="chart-grid" />
              <text
                y={12}
                textAnchor="middle"
                className={d.getUTCMonth() === 0 && d.getUTCDate() === 1 ? "chart-tick chart-year" : "chart-tick"}
              >
                {tick(d)}
              </text>
            </g>
          ))}
          {drawn.lanes.map((lane) => {
            const top = y;
            y += laneHeight(lane);
            return (
              <g key={lane.kind} transform={`translate(0,${top})`}>
                <line x1={0} x2={width} y1={-laneGap / 2} y2={-laneGap / 2} className="chart-lane" />
                <text x={rtl ? width - 4 : 4} y={11} textAnchor="start" className="chart-kind">
                  {label("moment", lane.kind)}
                </text>
                {lane.placed.map(({ item: m, row, x1, x2 }, i) => {
                  const cls = `moment moment-${m.kind}${m.inferred ? " moment-inferred" : ""}${picked === m ? " picked" : ""}`;
                  const cy = row * rowHeight + rowHeight / 2;
                  const tip = [title(m), date(m.date), m.inferred ? t("cite.inferred") : ""]
                    .filter(Boolean)
                    .join(" · ");
                  return (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two moments can be alike in everything
                    // biome-ignore lint/a11y/noStaticElementInteractions: the list holds the same for the keyboard
                    <g key={i} className={cls} onClick={() => setPicked(m)}>
                      <title>{tip}</title>
                      {x2 - x1 < 7 ? (
                        <circle cx={(x1 + x2) / 2} cy={cy} r={4.2} />
                      ) : (
                        <rect
                          x={x1}
                          y={cy - 3.4}
                          width={x2 - x1}
                          height={6.8}
                          rx={3.4}
                          className={/[~?%]/.test(m.date) ? "vague" : ""}
                        />
                      )}
                    </g>
                  );
                })}
                {lane.more.map((m) => (
                  <text key={m.x} x={m.x} y={lane.rows * rowHeight + 9} textAnchor="middle" className="chart-more">
                    {`\u2066+${m.count}\u2069`}
                  </text>
                ))}
              </g>
            );
          })}
        </svg>
      ) : null}
      <p className="chart-picked" aria-live="polite">
        {picked ? (
          <>
            <strong>{date(picked.date)}</strong> {label("moment", picked.kind)}{" "}
            {momentPath(picked) ? (
              <Link href={to(momentPath(picked) ?? "")}>
                <Value>{title(picked)}</Value>
              </Link>
            ) : (
              <Value>{title(picked)}</Value>
            )}{" "}
            <span className="note">{t("support.reports", { count: picked.reports })}</span>{" "}
            {picked.inferred ? <Inferred /> : null}
          </>
        ) : (
          <span className="note">{t("timeline.pick")}</span>
        )}
      </p>
    </div>
  );
}
