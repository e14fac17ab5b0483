import { useComputedColorScheme } from "@mantine/core";
import { MultiDirectedGraph } from "graphology";
import forceAtlas2 from "graphology-layout-forceatlas2";
import { useEffect, useRef, useState } from "react";
import Sigma from "sigma";
import type { Edge, Node } from "../api/types";
import { onlyInferred } from "../parts/Inferred";
import { useSpeech } from "../parts/words";
import type { Picked } from "../screens/Network";
import { drawHover, drawLabel } from "./labels";

interface Palette {
  ink: string;
  paper: string;
  ranks: readonly string[];
  group: string;
  edge: string;
  payment: string;
  open: string;
  inferred: string;
}

const light: Palette = {
  ink: "#1d2a2e",
  paper: "#fffdf8",
  ranks: ["#8b9499", "#0f3a41", "#1c5c66", "#388994", "#6aa6ae", "#9cc3c8"],
  group: "#a26a1d",
  edge: "#b9b6aa",
  payment: "#a26a1d",
  open: "#8a5a9e",
  inferred: "#7d5300",
};
const dark: Palette = {
  ink: "#e8e4d9",
  paper: "#171d20",
  ranks: ["#7c878c", "#d8eef1", "#a6d3d9", "#73b5be", "#4f939d", "#3b727b"],
  group: "#d9a354",
  edge: "#46525799",
  payment: "#d9a354",
  open: "#b98acb",
  inferred: "#e9c06a",
};

/** Draws the network. A click on a node or a line opens what stands behind it; proposals and what is only inferred are dashed. */
export default function Canvas({
  graph,
  picked,
  pick,
}: {
  graph: { nodes: readonly Node[]; edges: readonly Edge[] };
  picked: Picked;
  pick(p: Picked): void;
}) {
  const { t } = useSpeech();
  const box = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme();
  const [broken, setBroken] = useState(false);
  const focus = useRef<string | undefined>(undefined);
  const sigma = useRef<Sigma | undefined>(undefined);
  focus.current = picked && "node" in picked ? picked.node : undefined;

  useEffect(() => {
    if (!box.current) return;
    const palette = scheme === "dark" ? dark : light;
    const g = build(graph, palette);
    let s: Sigma;
    try {
      s = new Sigma(g, box.current, {
        allowInvalidContainer: true,
        enableEdgeEvents: true,
        labelFont: '"IBM Plex Sans", "IBM Plex Sans Arabic", sans-serif',
        labelColor: { color: palette.ink },
        labelSize: 12.5,
        labelDensity: 0.8,
        labelGridCellSize: 90,
        labelRenderedSizeThreshold: 6,
        defaultDrawNodeLabel: drawLabel(palette.paper),
        defaultDrawNodeHover: drawHover(palette.paper, palette.ink),
        zIndex: true,
        nodeReducer: (node, data) => {
          const f = focus.current;
          if (!f || node === f || g.areNeighbors(node, f))
            return { ...data, highlighted: node === f, forceLabel: node === f };
          return { ...data, color: `${palette.edge}`, label: "", zIndex: 0 };
        },
        edgeReducer: (edge, data) => {
          const f = focus.current;
          // Proposals are drawn dashed on a layer of their own.
          if (data.kind === "open") return { ...data, hidden: true };
          if (f && !g.hasExtremity(edge, f)) return { ...data, hidden: true };
          return data;
        },
      });
    } catch {
      setBroken(true);
      return;
    }
    sigma.current = s;
    const dashes = document.createElement("canvas");
    dashes.className = "graph-dashes";
    box.current.prepend(dashes);
    s.on("afterRender", () => drawDashed(dashes, s, g, palette, focus.current));
    s.on("clickNode", ({ node }) => pick({ node }));
    s.on("clickEdge", ({ edge }) => pick({ from: g.source(edge), to: g.target(edge) }));
    s.on("clickStage", () => pick(undefined));
    s.on("enterNode", () => box.current?.classList.add("pointing"));
    s.on("leaveNode", () => box.current?.classList.remove("pointing"));
    s.on("enterEdge", () => box.current?.classList.add("pointing"));
    s.on("leaveEdge", () => box.current?.classList.remove("pointing"));
    return () => {
      s.kill();
      dashes.remove();
      sigma.current = undefined;
    };
  }, [graph, scheme, pick]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what is picked changes how nodes are drawn
  useEffect(() => {
    sigma.current?.refresh({ skipIndexation: true });
  }, [picked]);

  if (broken) return <p className="note">{t("network.noWebgl")}</p>;
  return (
    <>
      <div ref={box} className="graph" role="img" aria-label={t("network.drawing", { count: graph.nodes.length })} />
      <ul className="legend">
        {[1, 2, 3, 4, 5, 0].map((r) => (
          <li key={r}>
            <i style={{ background: (scheme === "dark" ? dark : light).ranks[r] }} /> {t(`rank.${r}`)}
          </li>
        ))}
        <li>
          <i style={{ background: (scheme === "dark" ? dark : light).group }} /> {t("rank.groups")}
        </li>
        {graph.edges.some(onlyInferred) ? (
          <li>
            <b className="dash" style={{ borderColor: (scheme === "dark" ? dark : light).inferred }} />{" "}
            {t("cite.inferred")}
          </li>
        ) : null}
        <li>
          <b className="dash" style={{ borderColor: (scheme === "dark" ? dark : light).open }} /> {t("edge.open")}
        </li>
      </ul>
    </>
  );
}

function build(graph: { nodes: readonly Node[]; edges: readonly Edge[] }, palette: Palette): MultiDirectedGraph {
  const g = new MultiDirectedGraph();
  const perRank = new Map<number, number>();
  for (const n of graph.nodes) {
    const person = n.schema === "Person";
    const row = person ? n.rank || 6 : 2.5;
    const i = perRank.get(row) ?? 0;
    perRank.set(row, i + 1);
    // Leaders start in the middle and members on the rim; nothing is random, so the drawing is alike every time.
    const angle = i * 2.399963 + row;
    g.addNode(n.id, {
      label: n.name,
      x: Math.cos(angle) * (40 * row + Math.sqrt(i) * 6),
      y: Math.sin(angle) * (40 * row + Math.sqrt(i) * 6),
      size: person ? 4 + Math.min(9, Math.sqrt(n.degree) * 1.9) : 7 + Math.min(10, Math.sqrt(n.degree)),
      color: person ? (palette.ranks[n.rank] ?? palette.ranks[0]) : palette.group,
      zIndex: person ? 2 : 1,
    });
  }
  for (const e of graph.edges) {
    if (!g.hasNode(e.from) || !g.hasNode(e.to)) continue;
    g.addDirectedEdge(e.from, e.to, {
      kind: e.kind,
      size: e.kind === "payment" ? 2.6 : 1 + Math.min(2.5, Math.log2(1 + e.lines)),
      // What is only inferred keeps its place for the pointer and is drawn dashed over it.
      color: onlyInferred(e) ? "#00000000" : e.kind === "payment" ? palette.payment : palette.edge,
      inferred: onlyInferred(e),
      type: e.kind === "payment" || e.kind === "superior" ? "arrow" : "line",
      weight: e.kind === "open" ? 0.1 : 1,
    });
  }
  if (g.order > 1) {
    const settings = {
      ...forceAtlas2.inferSettings(g),
      // Strong gravity keeps what hangs together with nothing else from drifting out of sight.
      strongGravityMode: true,
      gravity: 0.08,
      scalingRatio: 60,
      outboundAttractionDistribution: true,
      slowDown: 4,
    };
    forceAtlas2.assign(g, { iterations: Math.max(60, 400 - Math.round(g.order / 6)), settings });
    if (g.order < 1500) forceAtlas2.assign(g, { iterations: 60, settings: { ...settings, adjustSizes: true } });
  }
  return g;
}

/** Draws the dashed lines: proposals, and what is only inferred, that of the person looked at alone when there is one. */
function drawDashed(
  canvas: HTMLCanvasElement,
  s: Sigma,
  g: MultiDirectedGraph,
  palette: Palette,
  focus: string | undefined,
): void {
  const { width, height } = s.getDimensions();
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== width * ratio || canvas.height !== height * ratio) {
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
  }
  const ctx = canvas.getContext("2d");
  if (!ctx) return;
  ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
  ctx.clearRect(0, 0, width, height);
  g.forEachEdge((_, data, from, to) => {
    if (data.kind !== "open" && !(data.inferred && (!focus || from === focus || to === focus))) return;
    ctx.strokeStyle = data.kind === "open" ? palette.open : palette.inferred;
    ctx.lineWidth = data.kind === "open" ? 1 : 1.5;
    ctx.setLineDash(data.kind === "open" ? [4, 4] : [2, 3]);
    const a = s.graphToViewport(g.getNodeAttributes(from) as { x: number; y: number });
    const b = s.graphToViewport(g.getNodeAttributes(to) as { x: number; y: number });
    ctx.beginPath();
    ctx.moveTo(a.x, a.y);
    ctx.lineTo(b.x, b.y);
    ctx.stroke();
  });
}
