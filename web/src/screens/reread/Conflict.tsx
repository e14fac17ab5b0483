import { Button } from "@mantine/core";
import { Link } from "wouter";
import { useWrite } from "../../api/client";
import { list, type RereadConflict, type RereadEntity } from "../../api/types";
import { Tag } from "../../parts/Tag";
import { useToasts } from "../../parts/Toasts";
import { Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";
import { useTo } from "../../view";
import { Claims } from "./Claims";

/** A conflict between two readings: who stands now, who would stand, what would change, and whose word it is. */
export function Conflict({
  report,
  conflict: c,
  current,
  past,
  choose,
  decide,
}: {
  report: string;
  conflict: RereadConflict;
  current: boolean;
  past: boolean;
  choose(): void;
  decide(side: "new" | "old"): void;
}) {
  const { t, moment } = useSpeech();
  const to = useTo();
  const write = useWrite();
  const toasts = useToasts();
  const judged = list(c.old).filter((e) => e.judged);
  const two = list(c.old).length === 2 && c.kind === "join" ? list(c.old) : undefined;
  return (
    <article
      className={`conflict-card${current ? " conflict-current" : ""}`}
      data-conflict={c.id}
      onFocus={choose}
      aria-label={t(`reread.kind.${c.kind}`)}
    >
      <div className="fact-line">
        <Tag tone={c.choice ? "plain" : "warn"}>{t(`reread.kind.${c.kind}`)}</Tag>
        {judged.length > 0 ? <Tag tone="violet">{t("reread.judged")}</Tag> : null}
        {c.reviewed > 0 ? <Tag tone="info">{t("reread.reviewed", { count: c.reviewed })}</Tag> : null}
        {c.blocked ? <Tag tone="bad">{t("reread.blocked")}</Tag> : null}
      </div>
      <p className="note">{t(`reread.why.${c.kind}`)}</p>
      <div className="conflict-sides">
        <Side title={t("reread.old")} of={list(c.old)} />
        <Side title={t("reread.new")} of={list(c.new)} />
      </div>
      {judged.length > 0 && !c.blocked ? <p className="note">{t("reread.keepsHelp")}</p> : null}
      {c.blocked ? (
        <p className="note">
          {t("reread.blockedHelp")}{" "}
          {two?.[0] && two[1] ? <Link href={to(`/pair/${two[0].id}/${two[1].id}`)}>{t("reread.askPair")}</Link> : null}
        </p>
      ) : null}
      <details className="conflict-more">
        <summary>
          {t("reread.wouldChange", { count: list(c.gained).length + list(c.lost).length + list(c.moved).length })}
        </summary>
        <Claims of={list(c.gained)} sign="gained" />
        <Claims of={list(c.lost)} sign="lost" />
        <Claims of={list(c.moved)} sign="moved" />
      </details>
      {c.choice ? (
        <div className="conflict-choice">
          <strong>{t(`reread.decided.${c.choice.side}`)}</strong>
          <p dir="auto">{c.choice.reason}</p>
          <p className="note">
            <Value>{c.choice.author}</Value> · {moment(c.choice.recorded_at)}
            {past ? null : (
              <>
                {" · "}
                <button
                  type="button"
                  className="link-button"
                  onClick={async () => {
                    try {
                      await write("/api/i/{inv}/reread/reports/{id}/choices/{choice}/withdraw", {
                        path: { id: report, choice: c.choice?.id ?? "" },
                      });
                      toasts.say(t("reread.withdrawn"));
                    } catch (error) {
                      toasts.complain(error);
                    }
                  }}
                >
                  {t("common.undo")}
                </button>
              </>
            )}
          </p>
        </div>
      ) : (
        <div className="form-actions">
          <Button variant="default" disabled={past} onClick={() => decide("old")}>
            {t("reread.decide.old")}
          </Button>
          <Button variant="default" disabled={past || c.blocked} onClick={() => decide("new")}>
            {t("reread.decide.new")}
          </Button>
        </div>
      )}
    </article>
  );
}

function Side({ title, of }: { title: string; of: readonly RereadEntity[] }) {
  const { t, label } = useSpeech();
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      <ul>
        {of.map((e) => (
          <li key={e.id}>
            <Value className="name">{e.name || t("person.nameless")}</Value>{" "}
            <span className="note">
              {label("schema", e.schema)} · {t("reread.mentions", { count: list(e.mentions).length })}
            </span>{" "}
            {e.judged ? <Tag tone="violet">{t("reread.judged")}</Tag> : null}
            {e.keeps ? (
              <Tag tone="info" title={t("reread.keepsHelp")}>
                {t("reread.keeps")}
              </Tag>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
