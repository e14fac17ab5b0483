import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import { useGet, useWrite } from "../api/client";
import { list } from "../api/types";
import { Answered, Block, Page } from "../parts/Page";
import { Tag } from "../parts/Tag";
import { useToasts } from "../parts/Toasts";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";

/** Every investigation, and the form for a new one. */
export function InvestigationsScreen() {
  const { t, moment } = useSpeech();
  const query = useGet("/api/investigations");
  const write = useWrite();
  const toasts = useToasts();
  const [, go] = useLocation();
  const [name, setName] = useState("");
  const [title, setTitle] = useState("");
  const [busy, setBusy] = useState(false);
  return (
    <Page title={t("investigations.title")} sub={t("investigations.sub")}>
      <div className="two-columns">
        <Answered query={query}>
          {(data) => (
            <div className="cards">
              {list(data).map((i) => (
                <Link key={i.id} href={`/i/${encodeURIComponent(i.name)}`} className="card card-link">
                  <span className="card-title">
                    <Value>{i.title || i.name}</Value>
                    {i.demo ? <Tag tone="warn">{t("investigations.invented")}</Tag> : null}
                  </span>
                  <span className="note">
                    <Value className="mono">{i.name}</Value> ·{" "}
                    {t("investigations.created", { date: moment(i.created) })}
                  </span>
                </Link>
              ))}
              {list(data).length === 0 ? <p className="note">{t("investigations.none")}</p> : null}
            </div>
          )}
        </Answered>
        <Block title={t("investigations.new")} note={t("investigations.newHelp")}>
          <form
            className="form"
            onSubmit={async (e) => {
              e.preventDefault();
              setBusy(true);
              try {
                const made = await write("/api/investigations", {
                  body: { name: name.trim(), title: title.trim() || undefined },
                });
                go(`/i/${encodeURIComponent(made.name)}`);
              } catch (error) {
                toasts.complain(error);
              } finally {
                setBusy(false);
              }
            }}
          >
            <TextInput
              required
              label={t("investigations.name")}
              description={t("investigations.nameHelp")}
              value={name}
              maxLength={80}
              onChange={(e) => setName(e.currentTarget.value)}
            />
            <TextInput
              label={t("investigations.titleField")}
              value={title}
              maxLength={200}
              dir="auto"
              onChange={(e) => setTitle(e.currentTarget.value)}
            />
            <div className="form-actions">
              <Button type="submit" loading={busy} disabled={!name.trim()}>
                {t("investigations.create")}
              </Button>
            </div>
          </form>
        </Block>
      </div>
    </Page>
  );
}
