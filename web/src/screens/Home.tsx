import { Link } from "wouter";
import { useGet } from "../api/client";
import { type Home, list } from "../api/types";
import { Answered, Block, Page } from "../parts/Page";
import { RunLine } from "../parts/RunLine";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { Icon } from "../shell/Icon";
import { useTo } from "../view";

/** The first screen of an investigation: what this is, what is in it, what waits. */
export function HomeScreen() {
  const query = useGet("/api/i/{inv}", {}, { every: 5000 });
  return (
    <Answered query={query}>
      {(home) => (home.reports === 0 ? <Start home={home} /> : <Overview home={home} />)}
    </Answered>
  );
}

function Title({ home }: { home: Home }) {
  return <Value>{home.investigation.title || home.investigation.name}</Value>;
}

function Start({ home }: { home: Home }) {
  const { t } = useSpeech();
  const to = useTo();
  const steps = [
    { tab: "files", icon: "report" },
    { tab: "paste", icon: "paper" },
    { tab: "statement", icon: "source" },
  ];
  return (
    <Page title={<Title home={home} />} sub={t("home.empty")}>
      <p className="lead">{t("home.about")}</p>
      <div className="steps">
        {steps.map((s) => (
          <Link key={s.tab} href={`${to("/add")}?tab=${s.tab}`} className="card card-link step">
            <Icon name={s.icon} />
            <span className="card-title">{t(`home.step.${s.tab}`)}</span>
            <span className="note">{t(`home.step.${s.tab}Help`)}</span>
          </Link>
        ))}
      </div>
      <Runs home={home} />
    </Page>
  );
}

function Overview({ home }: { home: Home }) {
  const { t, number, label } = useSpeech();
  const to = useTo();
  const conflicts = useGet("/api/i/{inv}/conflicts");
  const judgements = useGet("/api/i/{inv}/judgements", { query: { limit: 1 } });
  const doubts = useGet("/api/i/{inv}/doubts", { query: { limit: 1, handy: true } });
  const open = list(conflicts.data).length;
  const pending = judgements.data?.pending ?? 0;
  const problems = list(home.runs).reduce((n, r) => n + list(r.problems).length, 0);
  const counts: [string, number, string, string?][] = [
    [
      "reports",
      home.reports,
      "/reports",
      list(home.languages)
        .map((l) => `${label("languageName", l.language)} ${number(l.reports)}`)
        .join(" · "),
    ],
    ["sources", home.sources, "/sources", t("home.copies", { count: home.copies })],
    ["mentions", home.mentions, "/persons", t("home.mentionsHelp")],
    ["incidents", home.incidents, "/incidents", t("home.incidentsHelp")],
    ["proceedings", home.proceedings, "/proceedings", t("home.proceedingsHelp")],
    ["payments", home.payments, "/payments"],
    ["judgements", home.judgements, "/judgements"],
    ["briefs", home.briefs, "/briefs"],
  ];
  const waits: [string, number, string][] = [
    ["questions", home.questions, "/questions"],
    ["pending", pending, "/judgements?show=pending"],
    ["conflicts", open, "/judgements?show=conflicts"],
    ["problems", problems, "/add"],
  ];
  if (doubts.data && !doubts.data.unknown) waits.push(["doubts", doubts.data.total, "/judgements?show=doubts"]);
  const tour: [string, string][] = [
    ["reports", "/reports"],
    ["persons", "/persons"],
    ["network", "/network"],
    ["provinces", "/provinces"],
    ["questions", "/questions"],
    ["briefs", "/briefs"],
  ];
  return (
    <Page title={<Title home={home} />}>
      <p className="lead">{t("home.about")}</p>
      <div className="counts">
        {counts.map(([id, n, path, more]) => (
          <Link key={id} href={to(path)} className="count-card">
            <span className="count-number">{number(n)}</span>
            <span className="count-label">{t(`home.count.${id}`)}</span>
            {more ? <span className="count-more">{more}</span> : null}
          </Link>
        ))}
      </div>
      <div className="two-columns">
        <Block title={t("home.waits")} note={t("home.waitsHelp")}>
          <ul className="waits">
            {waits.map(([id, n, path]) => (
              <li key={id} className={n > 0 ? "" : "quiet"}>
                <Link href={to(path)}>
                  <strong>{number(n)}</strong> {t(`home.wait.${id}`, { count: n })}
                </Link>
              </li>
            ))}
          </ul>
        </Block>
        <Block title={t("home.tour")}>
          <ol className="tour">
            {tour.map(([id, path]) => (
              <li key={id}>
                <Link href={to(path)}>{t(`home.tourStep.${id}`)}</Link>
              </li>
            ))}
          </ol>
        </Block>
      </div>
      <Runs home={home} />
    </Page>
  );
}

function Runs({ home }: { home: Home }) {
  const { t } = useSpeech();
  const runs = list(home.runs);
  if (runs.length === 0) return null;
  return (
    <Block title={t("home.runs")}>
      {runs.map((r) => (
        <RunLine key={r.id} run={r} />
      ))}
    </Block>
  );
}
