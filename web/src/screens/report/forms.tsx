import { Button, Select, Textarea, TextInput } from "@mantine/core";
import { type ReactNode, useEffect, useState } from "react";
import { useGet, useWrite } from "../../api/client";
import { type ClaimView, list, type ReportView, type Run, type Span } from "../../api/types";
import { Dialog } from "../../parts/Dialog";
import { RunLine } from "../../parts/RunLine";
import { CodePoints } from "../../parts/spans";
import { useToasts } from "../../parts/Toasts";
import { PropValue } from "../../parts/Value";
import { useSpeech } from "../../parts/words";

/** A form in a dialogue: it sends, says what went wrong, and closes when it worked. */
function Dialogue({
  title,
  open,
  close,
  send,
  ready,
  submit,
  children,
}: {
  title: string;
  open: boolean;
  close(): void;
  send(): Promise<unknown>;
  ready: boolean;
  submit: string;
  children: ReactNode;
}) {
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  return (
    <Dialog opened={open} onClose={close} title={title}>
      <form
        className="form"
        onSubmit={async (e) => {
          e.preventDefault();
          setBusy(true);
          try {
            await send();
            close();
          } catch (error) {
            toasts.complain(error);
          } finally {
            setBusy(false);
          }
        }}
      >
        {children}
        <div className="form-actions">
          <Button type="submit" loading={busy} disabled={!ready}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** A value as its property takes it: a thing found in this report, a date, a number, or words. */
function ValueInput({
  view,
  schema,
  prop,
  label: title,
  help,
  value,
  set,
}: {
  view: ReportView;
  schema: string;
  prop: string;
  label: string;
  help?: string;
  value: string;
  set(value: string): void;
}) {
  const { t, label } = useSpeech();
  const type = usePropType(schema, prop);
  if (type === "entity") {
    const things = list(view.entities).filter((e) => named.has(e.schema));
    return (
      <Select
        label={title}
        description={t("claim.entityHelp")}
        searchable
        data={things.map((e) => ({
          value: e.found,
          label: `${label("incident", e.name) || "–"} · ${label("schema", e.schema)}`,
        }))}
        value={things.some((e) => e.found === value) ? value : null}
        onChange={(v) => set(v ?? "")}
      />
    );
  }
  const described = type === "date" ? t("claim.dateHelp") : type === "count" ? t("claim.countHelp") : help;
  return (
    <TextInput
      label={title}
      description={described}
      dir="auto"
      data-autofocus
      value={value}
      onChange={(e) => set(e.currentTarget.value)}
    />
  );
}

/** What a claim may point to. */
const named = new Set(["Person", "Group", "Organization", "Network", "Unit", "Event"]);

function useSchemata() {
  return list(useGet("/api/schemata").data);
}

function usePropType(schema: string, prop: string): string {
  const of = useSchemata().find((s) => s.schema === schema);
  return list(of?.props).find((p) => p.name === prop)?.type ?? "text";
}

/** Says what a claim should have been; the claim as read stays in the record. */
export function CorrectForm({ view, claim, close }: { view: ReportView; claim: ClaimView | undefined; close(): void }) {
  const { t, label } = useSpeech();
  const write = useWrite();
  const [value, setValue] = useState("");
  const [reason, setReason] = useState("");
  useEffect(() => {
    setValue(claim?.value ?? "");
    setReason("");
  }, [claim]);
  return (
    <Dialogue
      title={t("claim.correctTitle")}
      open={claim !== undefined}
      close={close}
      ready={value.trim() !== "" && value !== claim?.value}
      submit={t("action.correct")}
      send={async () =>
        claim &&
        write("/api/i/{inv}/reports/{id}/claims/{claim}/review", {
          path: { id: view.report.id, claim: claim.id },
          body: { status: "corrected", value: value.trim(), reason: reason || undefined },
        })
      }
    >
      {claim ? (
        <p className="note">
          {label("schema", claim.schema)} · {label("prop", claim.prop)}:{" "}
          <PropValue prop={claim.prop} value={claim.value_ref?.name ?? claim.value} />
        </p>
      ) : null}
      <ValueInput
        view={view}
        schema={claim?.schema ?? ""}
        prop={claim?.prop ?? ""}
        label={t("claim.should")}
        help={t("claim.correctHelp")}
        value={value}
        set={setValue}
      />
      <TextInput
        label={t("common.reason")}
        dir="auto"
        value={reason}
        onChange={(e) => setReason(e.currentTarget.value)}
      />
    </Dialogue>
  );
}

/** Makes a claim of the reader's own over the passage selected. */
export function AddClaim({ view, span, close }: { view: ReportView; span: Span | undefined; close(): void }) {
  const { t, label } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const words = span ? new CodePoints(view.text.content).slice(span.start, span.end) : "";
  const [schema, setSchema] = useState("Person");
  const [entity, setEntity] = useState("");
  const [prop, setProp] = useState("name");
  const [value, setValue] = useState("");
  useEffect(() => setValue(words), [words]);
  const schemata = useSchemata();
  const props = list(schemata.find((s) => s.schema === schema)?.props);
  const things = list(view.entities).filter((e) => e.schema === schema);
  // The words selected are a value; whom a link points to is chosen.
  const choose = (of: string, p: string) => {
    setProp(p);
    const type = list(schemata.find((s) => s.schema === of)?.props).find((x) => x.name === p)?.type;
    setValue(type === "entity" ? "" : words);
  };
  return (
    <Dialogue
      title={t("claim.addTitle")}
      open={span !== undefined}
      close={close}
      ready={value.trim() !== "" && prop !== ""}
      submit={t("claim.add")}
      send={async () => {
        if (!span) return;
        await write("/api/i/{inv}/reports/{id}/claims", {
          path: { id: view.report.id },
          body: { start: span.start, end: span.end, schema, prop, value: value.trim(), entity: entity || undefined },
        });
        toasts.say(t("claim.added"));
      }}
    >
      <blockquote className="passage-words" dir="auto">
        {words}
      </blockquote>
      <Select
        label={t("claim.schema")}
        data={schemata.map((s) => ({ value: s.schema, label: label("schema", s.schema) }))}
        value={schema}
        allowDeselect={false}
        onChange={(s) => {
          if (!s) return;
          setSchema(s);
          setEntity("");
          choose(s, list(schemata.find((x) => x.schema === s)?.props)[0]?.name ?? "");
        }}
      />
      <Select
        label={t("claim.entity")}
        data={[
          { value: "", label: t("claim.newEntity") },
          ...things.map((e) => ({ value: e.found, label: e.name || label("schema", e.schema) })),
        ]}
        value={entity}
        allowDeselect={false}
        onChange={(e) => setEntity(e ?? "")}
      />
      <Select
        label={t("claim.prop")}
        data={props.map((p) => ({ value: p.name, label: label("prop", p.name) }))}
        value={prop}
        allowDeselect={false}
        onChange={(p) => choose(schema, p ?? "")}
      />
      <ValueInput view={view} schema={schema} prop={prop} label={t("claim.value")} value={value} set={setValue} />
    </Dialogue>
  );
}

/** Writes an analyst's own conclusion; it is marked as one and never counts as a source. */
export function AssessForm({
  view,
  open,
  span,
  close,
}: {
  view: ReportView;
  open: boolean;
  span: Span | undefined;
  close(): void;
}) {
  const { t } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const [body, setBody] = useState("");
  const words = span ? new CodePoints(view.text.content).slice(span.start, span.end) : "";
  return (
    <Dialogue
      title={t("assess.title")}
      open={open}
      close={close}
      ready={body.trim() !== ""}
      submit={t("assess.save")}
      send={async () => {
        await write("/api/i/{inv}/reports/{id}/assessments", {
          path: { id: view.report.id },
          body: { body: body.trim(), start: span?.start, end: span?.end },
        });
        setBody("");
        toasts.say(t("assess.saved"));
      }}
    >
      <p className="note">{t("assess.help")}</p>
      {words ? (
        <blockquote className="passage-words" dir="auto">
          {words}
        </blockquote>
      ) : null}
      <Textarea
        label={t("assess.body")}
        autosize
        minRows={4}
        dir="auto"
        data-autofocus
        value={body}
        onChange={(e) => setBody(e.currentTarget.value)}
      />
    </Dialogue>
  );
}

/** Takes down what a picture, a scan or a recording says, and has it read. */
export function TranscribeForm({ report }: { report: string }) {
  const { t } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [run, setRun] = useState<Run>();
  if (run) return <RunLine run={run} />;
  return (
    <form
      className="form card"
      onSubmit={async (e) => {
        e.preventDefault();
        setBusy(true);
        try {
          setRun(await write("/api/i/{inv}/reports/{id}/text", { path: { id: report }, body: { text }, quiet: true }));
          toasts.say(t("report.transcribed"));
        } catch (error) {
          toasts.complain(error);
        } finally {
          setBusy(false);
        }
      }}
    >
      <Textarea
        label={t("report.transcribe")}
        description={t("report.transcribeHelp")}
        autosize
        minRows={6}
        dir="auto"
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <div className="form-actions">
        <Button type="submit" loading={busy} disabled={!text.trim()}>
          {t("add.readIt")}
        </Button>
      </div>
    </form>
  );
}
