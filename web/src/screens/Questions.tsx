import { Button } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { ActionButton } from "../actions/ActionButton";
import type { Action } from "../actions/action";
import { useActions } from "../actions/registry";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { Outcome, useStandings } from "../parts/Outcome";
import { Answered, Empty, Page } from "../parts/Page";
import { Pager } from "../parts/Pager";
import { ReasonLine } from "../parts/ReasonLine";
import { Tag } from "../parts/Tag";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

const size = 25;

/** The queue of questions, those that settle most first. */
export function QuestionsScreen() {
  const { t } = useSpeech();
  const to = useTo();
  const [, go] = useLocation();
  const [offset, setOffset] = useState(0);
  const query = useGet("/api/i/{inv}/questions", { query: { offset, limit: size } }, { keep: true });
  const standing = useStandings();
  const first = list(query.data?.rows)[0];
  const start: Action = {
    id: "questions.start",
    label: "action.start",
    keys: ["Enter"],
    disabled: !first,
    run: () => first && go(`${to(`/pair/${first.left}/${first.right}`)}?queue=1`),
  };
  useActions([start]);
  return (
    <Page
      title={t("nav.questions")}
      sub={t("question.sub")}
      actions={
        <>
          <Button component={Link} variant="default" href={to("/judgements")}>
            {t("nav.judgements")}
          </Button>
          <ActionButton action={start} variant="filled" />
        </>
      }
    >
      <Answered query={query} rows={12}>
        {(data) =>
          data.total === 0 ? (
            <Empty title={t("question.none")}>{t("question.noneHelp")}</Empty>
          ) : (
            <>
              <ol className="questions" start={offset + 1}>
                {list(data.rows).map((q) => {
                  const strongest = list(q.for)[0];
                  const against = list(q.against)[0];
                  const cleared = [q.left_ref, q.right_ref].map((r) => standing(r.id)).filter((s) => s.cleared);
                  return (
                    <li key={`${q.left}|${q.right}`} className="question">
                      <Link href={`${to(`/pair/${q.left}/${q.right}`)}?queue=1`} className="question-pair">
                        <Value>{q.left_ref.name}</Value>
                        <span className="question-mark" aria-hidden="true">
                          ≟
                        </span>
                        <Value>{q.right_ref.name}</Value>
                      </Link>
                      <div className="tags">
                        {cleared.length > 0 ? (
                          <Outcome
                            of={{
                              latest: "mentioned",
                              cleared: true,
                              cleared_inferred: cleared.every((s) => s.cleared_inferred),
                            }}
                          />
                        ) : null}
                        <Tag tone={q.second ? "info" : "plain"}>
                          {t(q.second ? "question.second" : "question.nameOnly")}
                        </Tag>
                      </div>
                      <div className="question-reasons">
                        <span className="pro">
                          {strongest ? <ReasonLine reason={strongest} /> : t("pair.nothingFor")}
                        </span>
                        <span className="contra">
                          {against ? <ReasonLine reason={against} /> : t("pair.nothingAgainst")}
                        </span>
                      </div>
                    </li>
                  );
                })}
              </ol>
              <Pager total={data.total} offset={offset} size={size} go={setOffset} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
