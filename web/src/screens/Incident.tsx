import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useGet, useWrite } from "../api/client";
import { type Incident, type IncidentView, list } from "../api/types";
import { AllPassages, Cites } from "../parts/Cites";
import { type Column, DataTable } from "../parts/DataTable";
import { FactList } from "../parts/FactList";
import { groupBy } from "../parts/group";
import { History } from "../parts/History";
import { Inferred, onlyInferred } from "../parts/Inferred";
import { Outcome, useStandings } from "../parts/Outcome";
import { Answered, Block, Page } from "../parts/Page";
import { Support } from "../parts/Support";
import { Tag } from "../parts/Tag";
import { useToasts } from "../parts/Toasts";
import { Name, Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";
import { Toll, useProvinceNames } from "./Incidents";

/** One incident: what is told of it, by whom, who took what part in it. */
export function IncidentScreen({ id }: { id: string }) {
  const [full, setFull] = useState(false);
  const query = useGet("/api/i/{inv}/incidents/{id}", { path: { id }, query: { full } }, { keep: full });
  return (
    <AllPassages.Provider value={() => setFull(true)}>
      <Answered query={query}>{(i) => <Told i={i} />}</Answered>
    </AllPassages.Provider>
  );
}

const roles = ["victim", "perpetrator", "suspect", "witness"];

function Told({ i }: { i: IncidentView }) {
  const { t, label, date } = useSpeech();
  const { asOf } = useView();
  const provinces = useProvinceNames();
  const standing = useStandings();
  const parts = groupBy(list(i.participants), (p) => p.role);
  const order = [...parts.keys()].sort((a, b) => ((roles.indexOf(a) + 9) % 9) - ((roles.indexOf(b) + 9) % 9));
  const maybe = list(i.maybe_too);
  return (
    <Page
      title={`${label("incident", i.type)}${i.place ? ` · ${i.place}` : ""}`}
      sub={
        <div className="dossier-head">
          <span>{i.date ? date(i.date) : t("date.unknown")}</span>
          {i.province ? <span>{provinces(i.province)}</span> : null}
          {i.toll ? (
            <span>
              {t("incident.toll")}: <Toll of={i.toll} />
            </span>
          ) : null}
          <Support of={i} />
          <span className="note">{t("incident.accountsCount", { count: list(i.told_by).length })}</span>
        </div>
      }
    >
      {list(i.participants).length > 0 ? (
        <Block title={t("incident.participants")} count={list(i.participants).length} note={t("incident.partNote")}>
          <div className="part-columns">
            {order.map((role) => (
              <div key={role} className="part-column">
                <h3>
                  {label("part", role)} <span className="block-count">{parts.get(role)?.length}</span>
                </h3>
                {parts.get(role)?.map((p) => {
                  return (
                    <div key={p.who.id} className={p.denied > 0 ? "line line-denied" : "line"}>
                      <div className="fact-line">
                        <Name of={p.who} />
                        {p.who.schema === "Person" ? (
                          <Outcome of={standing(p.who.id)} />
                        ) : (
                          <Tag>{label("schema", p.who.schema)}</Tag>
                        )}
                      </div>
                      <Support of={p} />
                      <Cites of={p.cites} more={p.more} />
                    </div>
                  );
                })}
              </div>
            ))}
          </div>
        </Block>
      ) : null}
      {list(i.facts).length > 0 ? (
        <Block title={t("incident.facts")} note={t("incident.factsNote")}>
          <FactList facts={i.facts} />
        </Block>
      ) : null}
      {list(i.acts).length > 0 ? (
        <Block title={t("incident.acts")} count={list(i.acts).length} note={t("incident.actsNote")}>
          <ul className="plain-list">
            {list(i.acts).map((a) => (
              <li key={`${a.type}|${a.victim.id}`} className="fact-line">
                <Tag>{label("incident", a.type)}</Tag> <Name of={a.victim} />
                {onlyInferred(a) ? <Inferred /> : null}
              </li>
            ))}
          </ul>
        </Block>
      ) : null}
      <Block title={t("incident.toldBy")} count={list(i.told_by).length} note={t("incident.toldByNote")}>
        <Accounts i={i} />
      </Block>
      {maybe.length > 0 ? (
        <Block title={t("incident.maybe")} count={maybe.length} note={t("incident.maybeNote")}>
          {maybe.slice(0, 12).map((o) => (
            <MaybeSame key={o.id} of={i} other={o} past={asOf !== ""} />
          ))}
        </Block>
      ) : null}
      {list(i.history).length > 0 ? (
        <Block title={t("incident.history")}>
          <History judgements={list(i.history)} past={asOf !== ""} />
        </Block>
      ) : null}
    </Page>
  );
}

function Accounts({ i }: { i: IncidentView }) {
  const { t, date } = useSpeech();
  const to = useTo();
  const rows = list(i.told_by);
  type Row = (typeof rows)[number];
  const columns: readonly Column<Row>[] = [
    {
      key: "report",
      label: t("report.reference"),
      width: "minmax(0, 1.6fr)",
      cell: (a) => (
        <span className="stack">
          <Link href={to(`/reports/${a.report}`)} className="mono">
            <Value>{a.reference}</Value>
          </Link>
          <span className="note">
            <Value>{a.source}</Value>
            {a.derived ? ` · ${t("cite.derived")}` : ""}
          </span>
        </span>
      ),
    },
    { key: "dated", label: t("report.dated"), width: "minmax(0, 1.2fr)", cell: (a) => date(a.dated) },
    { key: "date", label: t("incident.saysDate"), width: "minmax(0, 1.4fr)", cell: (a) => date(a.date) || "–" },
    {
      key: "place",
      label: t("incident.saysPlace"),
      width: "minmax(0, 1.2fr)",
      cell: (a) => <Value>{a.place ?? "–"}</Value>,
    },
    { key: "toll", label: t("incident.saysToll"), width: "minmax(0, 0.8fr)", cell: (a) => <Toll of={a.toll} /> },
    {
      key: "cites",
      label: t("incident.words"),
      width: "minmax(0, 2.4fr)",
      cell: (a) => <Cites of={list(a.cites).slice(0, 1)} />,
    },
  ];
  return <DataTable label={t("incident.toldBy")} columns={columns} rows={rows} id={(a) => a.found} />;
}

/** Asks whether another incident is this one. The program only proposes it. */
function MaybeSame({ of, other, past }: { of: IncidentView; other: Incident; past: boolean }) {
  const { t, label, date } = useSpeech();
  const to = useTo();
  const write = useWrite();
  const toasts = useToasts();
  const [reason, setReason] = useState("");
  const judge = async (verdict: "same" | "different") => {
    try {
      const judged = await write("/api/i/{inv}/judgements", {
        body: {
          left: list(of.members)[0] ?? of.id,
          right: list(other.members)[0] ?? other.id,
          verdict,
          reason: reason.trim(),
        },
      });
      toasts.say(t(verdict === "same" ? "incident.joined" : "incident.parted"), () => {
        write("/api/i/{inv}/judgements/{id}/undo", { path: { id: judged.judgement.id } }).catch(toasts.complain);
      });
    } catch (error) {
      toasts.complain(error);
    }
  };
  return (
    <div className="maybe">
      <div className="fact-line">
        <Link href={to(`/incidents/${other.id}`)}>{label("incident", other.type)}</Link>
        {other.place ? <Value>{other.place}</Value> : null}
        <span>{date(other.date)}</span>
        <Toll of={other.toll} />
        <Support of={other} />
      </div>
      {past ? null : (
        <form
          className="maybe-form"
          onSubmit={(e) => {
            e.preventDefault();
            void judge("same");
          }}
        >
          <TextInput
            size="xs"
            aria-label={t("common.reason")}
            placeholder={t("incident.whySame")}
            dir="auto"
            value={reason}
            onChange={(e) => setReason(e.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={!reason.trim()}>
            {t("incident.same")}
          </Button>
          <Button variant="subtle" color="gray" onClick={() => void judge("different")}>
            {t("incident.different")}
          </Button>
        </form>
      )}
    </div>
  );
}
