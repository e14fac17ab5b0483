import { Button, Menu } from "@mantine/core";
import { useCallback, useMemo, useRef, useState } from "react";
import { Link, useSearch } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet, useWrite } from "../api/client";
import { type ClaimView, list, type ReportView, type Span } from "../api/types";
import { grade } from "../parts/Cites";
import { Answered, Page } from "../parts/Page";
import { Tag } from "../parts/Tag";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";
import { AddClaim, AssessForm, CorrectForm, TranscribeForm } from "./report/forms";
import { groupClaims, Passages } from "./report/Passages";
import { MarkedText } from "./report/Text";

/** One report: its words on one side, what was read in them on the other. */
export function ReportScreen({ id }: { id: string }) {
  const query = useGet("/api/i/{inv}/reports/{id}", { path: { id } });
  return <Answered query={query}>{(view) => <Reading view={view} />}</Answered>;
}

function Reading({ view }: { view: ReportView }) {
  const { t } = useSpeech();
  const { asOf, inv } = useView();
  const write = useWrite();
  const toasts = useToasts();
  const report = view.report;
  const passages = useMemo(() => groupClaims(list(view.claims), list(view.statements)), [view]);
  const order = useMemo(() => passages.flatMap((p) => p.claims), [passages]);
  const at = useSearchSpan();
  const [current, setCurrent] = useState<string | undefined>(() => claimAt(order, at)?.id);
  const [hover, setHover] = useState<readonly string[]>([]);
  const [correcting, setCorrecting] = useState<ClaimView | undefined>();
  const [selected, setSelected] = useState<Span | undefined>();
  const [form, setForm] = useState<"claim" | "assess" | undefined>();
  const panel = useRef<HTMLDivElement>(null);
  const claim = order.find((c) => c.id === current);

  const choose = useCallback((id: string | undefined, from: "text" | "panel" | "key") => {
    setCurrent(id);
    if (!id) return;
    // What was clicked stays where it is; the other side comes into sight.
    if (from !== "panel") panel.current?.querySelector(`[data-claim="${id}"]`)?.scrollIntoView({ block: "nearest" });
    if (from !== "text")
      document.querySelector(`.report-text [data-ids~="${id}"]`)?.scrollIntoView({ block: "nearest" });
  }, []);

  const review = async (c: ClaimView, status: "accepted" | "rejected" | "proposed") => {
    try {
      await write("/api/i/{inv}/reports/{id}/claims/{claim}/review", {
        path: { id: report.id, claim: c.id },
        body: { status },
      });
      toasts.say(
        t(`claim.done.${status}`, { value: `\u2068${c.value_ref?.name ?? c.value}\u2069` }),
        status === "proposed"
          ? undefined
          : () => void review(c, c.status === "accepted" || c.status === "rejected" ? c.status : "proposed"),
      );
    } catch (error) {
      toasts.complain(error);
    }
  };
  const split = async (c: ClaimView) => {
    try {
      const done = await write("/api/i/{inv}/reports/{id}/claims/{claim}/split", {
        path: { id: report.id, claim: c.id },
      });
      const judged = list(done.judgements).length;
      toasts.say(
        `${t("claim.divided", { value: `\u2068${c.value}\u2069` })}${judged > 0 ? ` ${t("claim.dividedJudged", { count: judged })}` : ""}`,
      );
    } catch (error) {
      toasts.complain(error);
    }
  };
  const step = (by: number) => {
    const i = order.findIndex((c) => c.id === current);
    const next = order[Math.max(0, Math.min(order.length - 1, i < 0 ? 0 : i + by))];
    choose(next?.id, "key");
  };
  const past = asOf !== "";
  const actions: Action[] = [
    { id: "claim.next", label: "action.claimNext", keys: ["j", "ArrowDown"], run: () => step(1) },
    { id: "claim.previous", label: "action.claimPrevious", keys: ["k", "ArrowUp"], run: () => step(-1) },
    {
      id: "claim.accept",
      label: "action.accept",
      keys: ["a"],
      disabled: !claim || past,
      run: () => claim && void review(claim, "accepted").then(() => step(1)),
    },
    {
      id: "claim.reject",
      label: "action.reject",
      keys: ["r"],
      disabled: !claim || past,
      run: () => claim && void review(claim, "rejected").then(() => step(1)),
    },
    {
      id: "claim.correct",
      label: "action.correct",
      keys: ["c"],
      disabled: !claim || past,
      run: () => setCorrecting(claim),
    },
    {
      id: "claim.split",
      label: "action.split",
      keys: ["x"],
      disabled: !claim || past || !isMention(claim),
      run: () => claim && void split(claim),
    },
    { id: "assess", label: "action.assess", keys: ["w"], disabled: past, run: () => setForm("assess") },
  ];
  useActions(actions);
  const [next, previous, accept, reject, correct, divide, assess] = actions as [
    Action,
    Action,
    Action,
    Action,
    Action,
    Action,
    Action,
  ];
  const empty = view.text.content === "";
  return (
    <Page
      wide
      title={<Value>{report.title || report.reference}</Value>}
      sub={<ReportFacts view={view} />}
      actions={
        <>
          <ActionButton action={assess} />
          <Button
            component="a"
            variant="default"
            href={`/api/i/${encodeURIComponent(inv)}/reports/${report.id}/original`}
            download={report.exhibit ? undefined : ""}
          >
            {t("report.original")}
          </Button>
        </>
      }
    >
      <Lineage view={view} />
      {report.exhibit && empty ? <TranscribeForm report={report.id} /> : null}
      <div className="report">
        <div className="report-text-side">
          <MarkedText
            view={view}
            at={at}
            current={claim}
            hover={hover}
            onHover={setHover}
            onChoose={(ids) => choose(ids.find((i) => i !== current) ?? ids[0], "text")}
            onSelect={setSelected}
          />
          {selected && !past ? (
            <div className="selection-bar">
              <span className="note">{t("report.selected", { count: selected.end - selected.start })}</span>
              <Button onClick={() => setForm("claim")}>{t("report.addClaim")}</Button>
              <Button variant="default" onClick={() => setForm("assess")}>
                {t("action.assess")}
              </Button>
            </div>
          ) : (
            <p className="note report-hint">{t("report.hint")}</p>
          )}
        </div>
        <div className="report-panel" ref={panel}>
          <div className="panel-bar">
            <span className="note">{t("report.found", { count: order.length })}</span>
            <span className="panel-keys">
              <ActionButton action={previous} size="compact-xs" />
              <ActionButton action={next} size="compact-xs" />
              <ActionButton action={accept} size="compact-xs" />
              <ActionButton action={reject} size="compact-xs" />
              <ActionButton action={correct} size="compact-xs" />
              <ActionButton action={divide} size="compact-xs" />
            </span>
          </div>
          <Passages
            view={view}
            passages={passages}
            current={current}
            hover={hover}
            onHover={setHover}
            onChoose={(c) => choose(c, "panel")}
            onReview={past ? undefined : review}
            onCorrect={past ? undefined : setCorrecting}
          />
        </div>
      </div>
      <CorrectForm view={view} claim={correcting} close={() => setCorrecting(undefined)} />
      <AddClaim view={view} span={form === "claim" ? selected : undefined} close={() => setForm(undefined)} />
      <AssessForm view={view} open={form === "assess"} span={selected} close={() => setForm(undefined)} />
    </Page>
  );
}

/** Whether a claim is the naming of somebody, which may turn out to be somebody else's. */
function isMention(c: ClaimView): boolean {
  return c.span !== undefined && ["name", "alias", "kunya", "nisba"].includes(c.prop);
}

/** The passage an address asks for, as ?at=start-end. */
function useSearchSpan(): Span | undefined {
  const search = useSearch();
  return useMemo(() => {
    const m = /^([0-9]+)-([0-9]+)$/.exec(new URLSearchParams(search).get("at") ?? "");
    return m ? { start: Number(m[1]), end: Number(m[2]) } : undefined;
  }, [search]);
}

function claimAt(claims: readonly ClaimView[], at: Span | undefined): ClaimView | undefined {
  return at && claims.find((c) => c.span?.start === at.start && c.span.end === at.end);
}

function ReportFacts({ view }: { view: ReportView }) {
  const { t, label, date } = useSpeech();
  const to = useTo();
  const r = view.report;
  const facts: [string, string | undefined][] = [
    ["controller", r.controller],
    ["dated", date(r.dated)],
    ["received", date(r.received)],
    ["language", label("languageName", r.language)],
    ["access", label("access", r.access)],
    ["takenBy", r.taken_by],
    ["consent", r.consent],
    ["conditions", r.conditions],
    ["fileName", r.file_name],
  ];
  return (
    <div className="report-facts">
      <span>
        <Value className="mono">{r.reference}</Value>
      </span>
      <span>
        {t("report.source")}:{" "}
        <Link href={`${to("/reports")}?source=${r.source}`}>
          <Value>{r.source_code}</Value>
        </Link>{" "}
        ({label("sourceKind", r.source_kind)}
        {r.reliability ? (
          <>
            {", "}
            <span title={label("reliability", r.reliability)}>{grade(r.reliability, undefined)}</span>
          </>
        ) : null}
        )
      </span>
      {facts.map(([k, v]) =>
        v ? (
          <span key={k}>
            {t(`report.${k}`)}: <Value>{v}</Value>
          </span>
        ) : null,
      )}
      {r.receipts > 1 ? <Tag>{t("report.receipts", { count: r.receipts })}</Tag> : null}
      {r.protected ? <Tag tone="violet">{t("report.protected")}</Tag> : null}
      {r.sealed ? <Tag tone="violet">{t("report.sealed")}</Tag> : null}
      {r.label ? <Tag tone="warn">{r.label}</Tag> : null}
      {view.text.tool ? (
        <span className="mono note" title={label("textKind", view.text.kind)}>
          {view.text.tool}
        </span>
      ) : null}
    </div>
  );
}

/** Says whom the report repeats and who repeats it: repetition is not corroboration. */
function Lineage({ view }: { view: ReportView }) {
  const { t, label } = useSpeech();
  const to = useTo();
  const copies = list(view.copies);
  if (!view.origin && copies.length === 0) return null;
  return (
    <div className="lineage">
      {view.origin ? (
        <span>
          {t("report.repeats", { how: label("lineage", view.how) })}{" "}
          <Link href={to(`/reports/${view.origin.id}`)}>
            <Value>
              {view.origin.reference} · {view.origin.source_code}
            </Value>
          </Link>
          . {t("report.repeatsHelp")}
        </span>
      ) : null}
      {copies.length > 0 ? (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className="link-button">
              {t("report.copies", { count: copies.length })}
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {copies.map((c) => (
              <Menu.Item key={c.id} component={Link} href={to(`/reports/${c.id}`)}>
                <Value>
                  {c.reference} · {c.source_code}
                </Value>
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      ) : null}
    </div>
  );
}
