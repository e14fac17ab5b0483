import { useElementSize } from "@mantine/hooks";
import { geoMercator, geoPath } from "d3-geo";
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from "geojson";
import { useMemo } from "react";
import type { ProvinceBoard } from "../api/types";
import { useSpeech } from "../parts/words";
import iraq from "./iraq.json";

type Province = Feature<Polygon | MultiPolygon, { code: string }>;

/** The server knows Halabja as a province of its own; the outlines at hand draw it inside its neighbour. */
const drawnIn: Record<string, string> = { "IQ-HA": "IQ-SU" };

const steps = 5;

/** Provinces shaded by how much is told of them, not by how much happened. */
export function ProvinceMap({
  board,
  picked,
  pick,
}: {
  board: readonly ProvinceBoard[];
  picked: string | undefined;
  pick(code: string): void;
}) {
  const { t, language, number } = useSpeech();
  const { ref, width } = useElementSize();
  const height = Math.min(620, Math.max(320, width * 0.98));
  const told = useMemo(() => {
    const out = new Map<string, number>();
    for (const p of board) {
      const code = drawnIn[p.code] ?? p.code;
      const n = p.incidents + (p.operations?.length ?? 0) + (p.deployments?.length ?? 0);
      out.set(code, (out.get(code) ?? 0) + n);
    }
    return out;
  }, [board]);
  const most = Math.max(1, ...told.values());
  const shapes = useMemo(() => {
    const all = rewind(iraq as FeatureCollection as FeatureCollection<Polygon | MultiPolygon, { code: string }>);
    const projection = geoMercator().fitExtent(
      [
        [6, 6],
        [Math.max(20, width - 6), height - 6],
      ],
      all,
    );
    const path = geoPath(projection);
    return all.features.map((f) => ({
      code: f.properties.code,
      d: path(f) ?? "",
      at: path.centroid(f),
      area: path.area(f),
    }));
  }, [width, height]);
  const name = (code: string) => {
    const p = board.find((x) => x.code === code);
    return p ? (language === "ar" ? p.name_ar : p.name_en) : code;
  };
  const step = (code: string) => {
    const n = told.get(code) ?? 0;
    return n === 0 ? 0 : Math.max(1, Math.ceil((Math.log1p(n) / Math.log1p(most)) * steps));
  };
  return (
    <div className="map" ref={ref}>
      {width > 0 ? (
        <svg width={width} height={height} aria-label={t("province.map")}>
          {shapes.map((s) => (
            // biome-ignore lint/a11y/useSemanticElements: a shape of a drawing cannot be a button element
            <path
              key={s.code}
              d={s.d}
              role="button"
              tabIndex={0}
              aria-pressed={picked === s.code}
              aria-label={`${name(s.code)}: ${t("province.told", { count: told.get(s.code) ?? 0 })}`}
              className={`province step-${step(s.code)}${picked === s.code ? " picked" : ""}`}
              onClick={() => pick(s.code)}
              onKeyDown={(e) => {
                if (e.key === "Enter" || e.key === " ") {
                  e.preventDefault();
                  pick(s.code);
                }
              }}
            >
              <title>{`${name(s.code)}: ${t("province.told", { count: told.get(s.code) ?? 0 })}`}</title>
            </path>
          ))}
          {shapes.map((s) =>
            s.area > 900 ? (
              <g
                key={s.code}
                className={`province-label on-${step(s.code)}`}
                transform={`translate(${s.at[0]},${s.at[1]})`}
              >
                <text textAnchor="middle">{name(s.code)}</text>
                {(told.get(s.code) ?? 0) > 0 ? (
                  <text textAnchor="middle" dy="1.15em" className="province-count">
                    {number(told.get(s.code) ?? 0)}
                  </text>
                ) : null}
              </g>
            ) : null,
          )}
        </svg>
      ) : null}
      <p className="note">{t("province.mapNote")}</p>
    </div>
  );
}

/** Turns rings so that the inside lies where d3-geo looks for it: outlines clockwise, holes the other way. */
function rewind(
  c: FeatureCollection<Polygon | MultiPolygon, { code: string }>,
): FeatureCollection<Polygon | MultiPolygon, { code: string }> {
  const area = (ring: number[][]) =>
    ring.reduce((sum, [x = 0, y = 0], i) => {
      const [nx = 0, ny = 0] = ring[(i + 1) % ring.length] ?? [];
      return sum + (nx - x) * (ny + y);
    }, 0);
  const turn = (rings: number[][][]) =>
    rings.map((ring, i) => (area(ring) > 0 === (i === 0) ? ring : [...ring].reverse()));
  return {
    ...c,
    features: c.features.map((f): Province => {
      const g = f.geometry;
      return {
        ...f,
        geometry:
          g.type === "Polygon"
            ? { ...g, coordinates: turn(g.coordinates) }
            : { ...g, coordinates: g.coordinates.map(turn) },
      };
    }),
  };
}
