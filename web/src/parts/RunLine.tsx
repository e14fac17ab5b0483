import { Button, Progress } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useWrite } from "../api/client";
import { list, type Run } from "../api/types";
import { useView } from "../view";
import { Tag } from "./Tag";
import { useToasts } from "./Toasts";
import { Value } from "./Value";
import { useSpeech } from "./words";

/** Follows a run while it works; when it ends every screen reads again. */
export function useLiveRun(start: Run): Run {
  const { inv } = useView();
  const queries = useQueryClient();
  const [run, setRun] = useState(start);
  useEffect(() => {
    setRun(start);
    if (start.state !== "running") return;
    const events = new EventSource(`/api/i/${encodeURIComponent(inv)}/runs/${start.id}/events`);
    const heard = (e: MessageEvent<string>) => {
      const now = JSON.parse(e.data) as Run;
      setRun(now);
      if (now.state !== "running") {
        events.close();
        void queries.invalidateQueries();
      }
    };
    events.addEventListener("run", heard);
    events.addEventListener("message", heard);
    return () => events.close();
  }, [start, inv, queries]);
  return run;
}

/** A piece of work: how far it is, what could not be taken in and what to do about it. */
export function RunLine({ run: start }: { run: Run }) {
  const { t, number, moment, label } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const run = useLiveRun(start);
  const problems = list(run.problems);
  const tone = run.state === "done" ? "good" : run.state === "running" ? "info" : "bad";
  return (
    <div className="run">
      <div className="run-head">
        <Tag tone={tone}>{label("runState", run.state)}</Tag>
        <span>{label("runKind", run.kind)}</span>
        {run.state === "running" ? (
          <span className="note">
            {label("runStage", run.stage)}
            {run.total > 0 ? ` ${number(run.done)} / ${number(run.total)}` : ""}
          </span>
        ) : (
          <span className="note">{moment(run.ended ?? run.started)}</span>
        )}
        {problems.length > 0 ? <Tag tone="warn">{t("run.problems", { count: problems.length })}</Tag> : null}
        {run.state === "running" ? (
          <Button
            variant="subtle"
            color="gray"
            onClick={() => write("/api/i/{inv}/runs/{id}/cancel", { path: { id: run.id } }).catch(toasts.complain)}
          >
            {t("run.cancel")}
          </Button>
        ) : null}
      </div>
      {run.state === "running" ? (
        <Progress
          value={run.total > 0 ? (100 * run.done) / run.total : 100}
          animated
          size="sm"
          aria-label={label("runStage", run.stage)}
        />
      ) : null}
      {run.message ? <p dir="auto">{run.message}</p> : null}
      {problems.length > 0 ? (
        <ul className="problems">
          {problems.slice(0, 50).map((p) => (
            <li key={`${p.file}|${p.place}|${p.message}`}>
              <Value className="mono">
                {p.file}
                {p.place ? ` · ${p.place}` : ""}
              </Value>
              <span dir="auto">{p.message}</span>
              {p.remedy ? (
                <span className="note" dir="auto">
                  {t("error.remedy")}: {p.remedy}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
