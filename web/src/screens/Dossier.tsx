import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { useGet } from "../api/client";
import { type Dossier, list } from "../api/types";
import { AllPassages, Cites } from "../parts/Cites";
import { FactList } from "../parts/FactList";
import { ConflictLine, History } from "../parts/History";
import { Namesakes } from "../parts/Namesakes";
import { ClearedBanner, Outcome } from "../parts/Outcome";
import { Answered, Block, Loading, Page } from "../parts/Page";
import { PaymentTable } from "../parts/PaymentTable";
import { Role } from "../parts/Role";
import { Stages } from "../parts/Stages";
import { Support } from "../parts/Support";
import { Tag } from "../parts/Tag";
import { Name, Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";

const Chart = lazy(() => import("../timeline/Chart"));

/** Everything the reports say of one person, for and against. */
export function DossierScreen({ id }: { id: string }) {
  const [full, setFull] = useState(false);
  const query = useGet("/api/i/{inv}/persons/{id}", { path: { id }, query: { full } }, { keep: full });
  return (
    <AllPassages.Provider value={() => setFull(true)}>
      <Answered query={query}>{(d) => <Person d={d} />}</Answered>
    </AllPassages.Provider>
  );
}

function Person({ d }: { d: Dossier }) {
  const { t, label, date, number } = useSpeech();
  const to = useTo();
  const { asOf } = useView();
  const p = d.proceeding;
  return (
    <Page
      title={<Value>{d.name || t("person.nameless")}</Value>}
      sub={
        <div className="dossier-head">
          <Outcome of={p} />
          <Support of={d} />
          {d.weak ? <Tag tone="warn">{t("person.weakHelp")}</Tag> : null}
          <Namesakes of={d.namesakes} />
          <span className="note">{t("person.members", { count: list(d.members).length })}</span>
        </div>
      }
    >
      {d.now ? (
        <div className="banner banner-now" role="status">
          {t("person.now")} <Outcome of={d.now} />
        </div>
      ) : null}
      <ClearedBanner of={p} />
      <nav className="anchors" aria-label={t("person.parts")}>
        {anchors(d).map((a) => (
          <a key={a} href={`#${a}`}>
            {t(`person.part.${a}`)}
          </a>
        ))}
      </nav>
      <Block id="names" title={t("person.part.names")}>
        <FactList facts={d.names} />
      </Block>
      {list(d.facts).length > 0 ? (
        <Block id="facts" title={t("person.part.facts")}>
          <FactList facts={d.facts} />
        </Block>
      ) : null}
      {list(p.stages).length > 0 ? (
        <Block
          id="proceeding"
          title={t("person.part.proceeding")}
          note={<Link href={to(`/proceedings/${d.id}`)}>{t("person.openProceeding")}</Link>}
        >
          <Stages stages={list(p.stages)} />
        </Block>
      ) : null}
      {list(d.roles).length > 0 ? (
        <Block id="roles" title={t("person.part.roles")} count={list(d.roles).length} note={t("person.rolesNote")}>
          <div className="lines">
            {list(d.roles).map((r) => (
              <div key={`${r.role}|${r.organization?.id}|${r.date}`} className="line">
                <div className="fact-line">
                  <strong>{r.code ? <Role of={r} /> : <Value>{r.role || t("person.noRole")}</Value>}</strong>
                  {r.organization ? <Name of={r.organization} /> : null}
                  {r.date ? <span>{date(r.date)}</span> : null}
                  <Support of={r} />
                </div>
                {r.code ? (
                  <p className="words">
                    {list(r.words).map((w) => (
                      <Value key={w}>{w}</Value>
                    ))}
                  </p>
                ) : null}
                <Cites of={r.cites} more={r.more} />
              </div>
            ))}
          </div>
        </Block>
      ) : null}
      {list(d.incidents).length > 0 ? (
        <Block
          id="incidents"
          title={t("person.part.incidents")}
          count={list(d.incidents).length}
          note={t("person.incidentsNote")}
        >
          <div className="lines">
            {list(d.incidents).map((i) => (
              <div key={`${i.incident}|${i.role}`} className="line">
                <div className="fact-line">
                  <Tag tone={i.role === "victim" ? "info" : i.role === "witness" ? "plain" : "warn"}>
                    {label("part", i.role)}
                  </Tag>
                  <Link href={to(`/incidents/${i.incident}`)}>{label("incident", i.type)}</Link>
                  {i.place ? <Value>{i.place}</Value> : null}
                  {i.date ? <span>{date(i.date)}</span> : null}
                  <Support of={i} />
                </div>
                <Cites of={i.cites} more={i.more} />
              </div>
            ))}
          </div>
        </Block>
      ) : null}
      {list(d.payments).length > 0 ? (
        <Block id="payments" title={t("person.part.payments")} count={list(d.payments).length}>
          <PaymentTable payments={list(d.payments)} />
        </Block>
      ) : null}
      {list(d.kin).length > 0 ? (
        <Block id="kin" title={t("person.part.kin")} note={t("person.kinNote")}>
          <div className="lines">
            {list(d.kin).map((k) => (
              <div key={`${k.who.id}|${k.relation}|${k.inverse}`} className="line">
                <div className="fact-line">
                  <span className="note">
                    {t(k.inverse ? "person.kinOf" : "person.kinIs", { relation: label("relation", k.relation) })}
                  </span>
                  <Name of={k.who} />
                  <Support of={k} />
                </div>
                <Cites of={k.cites} more={k.more} />
              </div>
            ))}
          </div>
        </Block>
      ) : null}
      <Timeline id={d.id} />
      {list(d.assessments).length > 0 ? (
        <Block id="assessments" title={t("person.part.assessments")} note={t("assess.help")}>
          {list(d.assessments).map((a) => (
            <div key={a.id} className="passage passage-assessment">
              <p dir="auto">{a.body}</p>
              <p className="note">
                <Value>{a.author}</Value> · <Link href={to(`/reports/${a.report}`)}>{t("assess.report")}</Link>
              </p>
            </div>
          ))}
        </Block>
      ) : null}
      {list(d.conflicts).length > 0 ? (
        <Block
          id="conflicts"
          title={t("person.part.conflicts")}
          count={list(d.conflicts).length}
          note={t("conflict.help")}
        >
          {list(d.conflicts).map((c) => (
            <ConflictLine key={`${c.left}|${c.right}|${c.suspended}`} conflict={c} />
          ))}
        </Block>
      ) : null}
      {list(d.questions).length > 0 ? (
        <Block
          id="questions"
          title={t("person.part.questions")}
          count={list(d.questions).length}
          note={t("person.questionsNote")}
        >
          <ul className="plain-list">
            {list(d.questions)
              .slice(0, 20)
              .map((q) => {
                const other = q.left_ref.id === d.id ? q.right_ref : q.left_ref;
                return (
                  <li key={`${q.left}|${q.right}`}>
                    <Link href={to(`/pair/${q.left}/${q.right}`)}>
                      {t("question.isSame")} <Value>{other.name}</Value>
                    </Link>
                    <span className="note">
                      {" "}
                      {t("question.forAgainst", {
                        pro: number(list(q.for).length),
                        contra: number(list(q.against).length),
                      })}
                    </span>
                  </li>
                );
              })}
          </ul>
        </Block>
      ) : null}
      <Block id="history" title={t("person.part.history")} note={t("person.historyNote")}>
        {list(d.history).length === 0 ? (
          <p className="note">{t("person.noHistory")}</p>
        ) : (
          <History judgements={list(d.history)} past={asOf !== ""} />
        )}
      </Block>
    </Page>
  );
}

function anchors(d: Dossier): string[] {
  const has: [string, number][] = [
    ["names", 1],
    ["facts", list(d.facts).length],
    ["proceeding", list(d.proceeding.stages).length],
    ["roles", list(d.roles).length],
    ["incidents", list(d.incidents).length],
    ["payments", list(d.payments).length],
    ["kin", list(d.kin).length],
    ["assessments", list(d.assessments).length],
    ["conflicts", list(d.conflicts).length],
    ["questions", list(d.questions).length],
    ["history", 1],
  ];
  return has.filter(([, n]) => n > 0).map(([id]) => id);
}

function Timeline({ id }: { id: string }) {
  const { t } = useSpeech();
  const [open, setOpen] = useState(true);
  const query = useGet("/api/i/{inv}/timeline", { query: { person: id } });
  const moments = list(query.data);
  if (moments.length < 2) return null;
  return (
    <Block id="timeline" title={t("nav.timeline")} count={moments.length}>
      <button type="button" className="link-button" onClick={() => setOpen(!open)}>
        {open ? t("common.hide") : t("common.show")}
      </button>
      {open ? (
        <Suspense fallback={<Loading rows={3} />}>
          <Chart moments={moments} />
        </Suspense>
      ) : null}
    </Block>
  );
}
