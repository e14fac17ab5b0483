import { SegmentedControl, Select, Switch } from "@mantine/core";
import { lazy, Suspense, useMemo, useState } from "react";
import { Link } from "wouter";
import { useGet } from "../api/client";
import { type Edge, type Graph, list, type Node } from "../api/types";
import { Cites } from "../parts/Cites";
import { type Column, DataTable } from "../parts/DataTable";
import { Inferred, onlyInferred } from "../parts/Inferred";
import { Outcome, useStandings } from "../parts/Outcome";
import { Answered, Empty, Loading, Page } from "../parts/Page";
import { Role } from "../parts/Role";
import { Support } from "../parts/Support";
import { Tag } from "../parts/Tag";
import { Name, Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

const Canvas = lazy(() => import("../graph/Canvas"));

type Look = "ranks" | "graph" | "table";
export type Picked = { node: string } | { from: string; to: string } | undefined;

/** Who stands where, by rank and group, as a drawing and as a table. */
export default function NetworkScreen() {
  const { t } = useSpeech();
  const [look, setLook] = useState<Look>("ranks");
  const [open, setOpen] = useState(false);
  const [group, setGroup] = useState<string | null>(null);
  const [picked, setPicked] = useState<Picked>();
  const query = useGet("/api/i/{inv}/network", { query: { open } }, { keep: true });
  const groups = useMemo(() => groupsOf(query.data), [query.data]);
  return (
    <Page wide title={t("nav.network")} sub={t("network.sub")}>
      <div className="filters">
        <SegmentedControl
          value={look}
          onChange={(l) => setLook(l as Look)}
          data={(["ranks", "graph", "table"] as const).map((l) => ({ value: l, label: t(`network.look.${l}`) }))}
        />
        <Select
          placeholder={t("network.anyGroup")}
          aria-label={t("network.anyGroup")}
          clearable
          searchable
          value={group}
          onChange={setGroup}
          data={groups}
        />
        <Switch
          label={t("network.open")}
          description={t("network.openHelp")}
          checked={open}
          onChange={(e) => setOpen(e.currentTarget.checked)}
        />
      </div>
      <Answered query={query} rows={14}>
        {(whole) => {
          const g = within(whole, group);
          if (g.nodes.length === 0) return <Empty title={t("network.none")} />;
          return (
            <div className={picked ? "network with-panel" : "network"}>
              <div className="network-main">
                {look === "ranks" ? <Ranks graph={g} pick={setPicked} /> : null}
                {look === "graph" ? (
                  <Suspense fallback={<Loading />}>
                    <Canvas graph={g} picked={picked} pick={setPicked} />
                  </Suspense>
                ) : null}
                {look === "table" ? <Tables graph={g} pick={setPicked} /> : null}
              </div>
              {picked ? (
                <aside className="network-panel" aria-label={t("network.details")}>
                  <button
                    type="button"
                    className="panel-close"
                    aria-label={t("common.close")}
                    onClick={() => setPicked(undefined)}
                  >
                    ×
                  </button>
                  {"node" in picked ? (
                    <NodePanel graph={g} id={picked.node} pick={setPicked} />
                  ) : (
                    <EdgePanel graph={g} from={picked.from} to={picked.to} />
                  )}
                </aside>
              ) : null}
            </div>
          );
        }}
      </Answered>
    </Page>
  );
}

interface Drawn {
  nodes: readonly Node[];
  edges: readonly Edge[];
}

function groupsOf(g: Graph | undefined): string[] {
  const counts = new Map<string, number>();
  for (const n of list(g?.nodes)) for (const x of list(n.groups)) counts.set(x, (counts.get(x) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([name]) => name);
}

/** The part of the picture that belongs to a group, with whoever its people deal with. */
function within(g: Graph, group: string | null): Drawn {
  const nodes = list(g.nodes);
  const edges = list(g.edges);
  if (!group) return { nodes, edges };
  const core = new Set(nodes.filter((n) => n.name === group || list(n.groups).includes(group)).map((n) => n.id));
  const kept = edges.filter((e) => core.has(e.from) || core.has(e.to));
  const near = new Set(kept.flatMap((e) => [e.from, e.to]));
  return { nodes: nodes.filter((n) => core.has(n.id) || near.has(n.id)), edges: kept };
}

const levels = [1, 2, 3, 4, 5, 0];

function Ranks({ graph, pick }: { graph: Drawn; pick(p: Picked): void }) {
  const { t, number } = useSpeech();
  const standing = useStandings();
  const persons = graph.nodes.filter((n) => n.schema === "Person");
  const groups = graph.nodes.filter((n) => n.schema !== "Person");
  const denied = useMemo(() => {
    const out = new Map<string, number>();
    for (const e of graph.edges) if (e.denied > 0) out.set(e.from, (out.get(e.from) ?? 0) + e.denied);
    return out;
  }, [graph.edges]);
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
  const card = (n: Node) => {
    const s = standing(n.id);
    const d = denied.get(n.id) ?? 0;
    return (
      <button
        type="button"
        key={n.id}
        className={`person-card${s.cleared ? " cleared" : ""}`}
        onClick={() => pick({ node: n.id })}
      >
        <Value className="person-card-name">{n.name || t("person.nameless")}</Value>
        <span className="person-card-role">
          {list(n.roles)
            .slice(0, 2)
            .map((r) => (
              <Role key={list(r.words)[0]} of={r} guess={r.inferred && !onlyInferred(n)} />
            ))}
        </span>
        {list(n.groups)[0] ? <Value className="person-card-group">{list(n.groups)[0]}</Value> : null}
        <Support of={n} />
        <span className="tags">
          <Outcome of={s} />
          {n.weak ? <Tag tone="warn">{t("person.weak")}</Tag> : null}
          {d > 0 ? <Tag tone="bad">{t("support.denials", { count: d })}</Tag> : null}
        </span>
      </button>
    );
  };
  return (
    <div className="ranks">
      <p className="note">{t("network.rankNote")}</p>
      {levels.map((rank) => {
        const here = persons.filter((n) => n.rank === rank);
        if (here.length === 0) return null;
        // What one line of information alone tells stands apart: it may be one man's grudge, or one man split by spelling.
        const strong = here.filter((n) => n.lines > 1);
        const shown = strong.length > 0 ? strong : here;
        const rest = strong.length > 0 ? here.filter((n) => n.lines <= 1) : [];
        return (
          <section key={rank} className="rank">
            <h2>
              {t(`rank.${rank}`)} <span className="block-count">{number(here.length)}</span>
            </h2>
            <div className="rank-row">{shown.map(card)}</div>
            {rest.length === 0 ? null : open.has(rank) ? (
              <>
                <p className="note">{t("network.oneLine")}</p>
                <div className="rank-row">{rest.map(card)}</div>
              </>
            ) : (
              <button type="button" className="link-button" onClick={() => setOpen(new Set([...open, rank]))}>
                {t("network.moreOneLine", { count: rest.length })}
              </button>
            )}
          </section>
        );
      })}
      {groups.length > 0 ? (
        <section className="rank">
          <h2>
            {t("rank.groups")} <span className="block-count">{number(groups.length)}</span>
          </h2>
          <div className="rank-row">
            {groups.map((n) => (
              <button type="button" key={n.id} className="person-card" onClick={() => pick({ node: n.id })}>
                <Value className="person-card-name">{n.name}</Value>
                <span className="note">{t("network.links", { count: n.degree })}</span>
              </button>
            ))}
          </div>
        </section>
      ) : null}
    </div>
  );
}

function Tables({ graph, pick }: { graph: Drawn; pick(p: Picked): void }) {
  const { t, label, number } = useSpeech();
  const standing = useStandings();
  const names = useMemo(() => new Map(graph.nodes.map((n) => [n.id, n])), [graph.nodes]);
  const nodes: readonly Column<Node>[] = [
    {
      key: "name",
      label: t("person.name"),
      width: "minmax(0, 2.4fr)",
      cell: (n) => <Name of={n} />,
      sort: (n) => n.name,
    },
    {
      key: "kind",
      label: t("network.kind"),
      width: "minmax(0, 1fr)",
      cell: (n) => label("schema", n.schema),
      sort: (n) => n.schema,
    },
    {
      key: "rank",
      label: t("network.rank"),
      width: "minmax(0, 1.2fr)",
      cell: (n) => (n.schema === "Person" ? t(`rank.${n.rank}`) : "–"),
      sort: (n) => n.rank || 9,
    },
    {
      key: "roles",
      label: t("person.roles"),
      width: "minmax(0, 2fr)",
      cell: (n) => (
        <span className="words">
          {list(n.roles)
            .slice(0, 3)
            .map((r) => (
              <Role key={list(r.words)[0]} of={r} guess={r.inferred} />
            ))}
        </span>
      ),
    },
    {
      key: "outcome",
      label: t("person.outcome"),
      width: "minmax(0, 1.4fr)",
      cell: (n) => (n.schema === "Person" ? <Outcome of={standing(n.id)} /> : ""),
    },
    {
      key: "degree",
      label: t("network.degree"),
      width: "minmax(0, 0.7fr)",
      cell: (n) => number(n.degree),
      sort: (n) => n.degree,
    },
  ];
  const edges: readonly Column<Edge>[] = [
    {
      key: "from",
      label: t("network.from"),
      width: "minmax(0, 2fr)",
      cell: (e) => <NameOf node={names.get(e.from)} />,
    },
    {
      key: "kind",
      label: t("network.kind"),
      width: "minmax(0, 1.2fr)",
      cell: (e) => label("edge", e.kind),
      sort: (e) => e.kind,
    },
    { key: "to", label: t("network.to"), width: "minmax(0, 2fr)", cell: (e) => <NameOf node={names.get(e.to)} /> },
    {
      key: "role",
      label: t("prop.role"),
      width: "minmax(0, 1.6fr)",
      cell: (e) => <Value>{e.role || list(e.amounts).join(", ")}</Value>,
    },
    {
      key: "support",
      label: t("person.support"),
      width: "minmax(0, 1.8fr)",
      cell: (e) => (e.kind === "open" ? "" : <Support of={e} />),
      sort: (e) => e.reports,
    },
    {
      key: "words",
      label: t("incident.words"),
      width: "minmax(0, 0.9fr)",
      cell: (e) => (
        <button type="button" className="link-button" onClick={() => pick({ from: e.from, to: e.to })}>
          {t("cite.show")}
        </button>
      ),
    },
  ];
  return (
    <>
      <h2>{t("network.nodes")}</h2>
      <DataTable label={t("network.nodes")} columns={nodes} rows={graph.nodes} id={(n) => n.id} />
      <h2>{t("network.edges")}</h2>
      <DataTable
        label={t("network.edges")}
        columns={edges}
        rows={graph.edges}
        id={(e) => `${e.from}|${e.to}|${e.kind}`}
      />
    </>
  );
}

function NameOf({ node }: { node: Node | undefined }) {
  return node ? <Name of={node} /> : null;
}

function NodePanel({ graph, id, pick }: { graph: Drawn; id: string; pick(p: Picked): void }) {
  const { t, label } = useSpeech();
  const to = useTo();
  const standing = useStandings();
  const node = graph.nodes.find((n) => n.id === id);
  if (!node) return null;
  const edges = graph.edges.filter((e) => e.from === id || e.to === id);
  const other = (e: Edge) => graph.nodes.find((n) => n.id === (e.from === id ? e.to : e.from));
  return (
    <>
      <h2>
        <Value>{node.name || t("person.nameless")}</Value>
      </h2>
      <div className="tags">
        {node.schema === "Person" ? <Outcome of={standing(id)} /> : <Tag>{label("schema", node.schema)}</Tag>}
        {node.schema === "Person" ? <Tag>{t(`rank.${node.rank}`)}</Tag> : null}
        {node.weak ? <Tag tone="warn">{t("person.weakHelp")}</Tag> : null}
      </div>
      <p className="words">
        {list(node.roles).map((r) => (
          <Role key={list(r.words)[0]} of={r} words guess={r.inferred} />
        ))}
      </p>
      {node.schema === "Person" ? (
        <p>
          <Link href={to(`/persons/${id}`)} className="strong-link">
            {t("network.dossier")}
          </Link>
        </p>
      ) : null}
      <ul className="plain-list">
        {edges.slice(0, 40).map((e) => (
          <li key={`${e.from}|${e.to}|${e.kind}`}>
            <button type="button" className="edge-button" onClick={() => pick({ from: e.from, to: e.to })}>
              <span className="note">{label("edge", e.kind)}</span> <Value>{other(e)?.name}</Value>{" "}
              {e.role ? <Value className="note">{e.role}</Value> : null} {onlyInferred(e) ? <Inferred /> : null}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}

/** The sentences behind one line of the picture. */
function EdgePanel({ graph, from, to: target }: { graph: Drawn; from: string; to: string }) {
  const { t, label } = useSpeech();
  const to = useTo();
  const query = useGet("/api/i/{inv}/network/edge", { query: { from, to: target } });
  const name = (id: string) => graph.nodes.find((n) => n.id === id);
  const proposal = graph.edges.find((e) => e.kind === "open" && e.from === from && e.to === target);
  return (
    <>
      <h2 className="edge-title">
        <NameOf node={name(from)} /> <span aria-hidden="true">—</span> <NameOf node={name(target)} />
      </h2>
      {proposal ? (
        <p>
          <Tag tone="warn">{label("edge", "open")}</Tag> {t("network.proposal")}{" "}
          <Link href={to(`/pair/${from}/${target}`)}>{t("conflict.look")}</Link>
        </p>
      ) : null}
      <Answered query={query} rows={4}>
        {(g) => (
          <>
            {list(g.edges).map((e) => (
              <div key={e.kind} className="line">
                <div className="fact-line">
                  <Tag>{label("edge", e.kind)}</Tag>
                  {e.role ? <Value>{e.role}</Value> : null}
                  {list(e.amounts).length > 0 ? <Value>{list(e.amounts).join(", ")}</Value> : null}
                </div>
                <Support of={e} />
                <Cites of={e.cites} open />
              </div>
            ))}
            {list(g.edges).length === 0 && !proposal ? <p className="note">{t("network.noWords")}</p> : null}
          </>
        )}
      </Answered>
    </>
  );
}
