import { Button, Checkbox, Select, Tabs, Textarea, TextInput } from "@mantine/core";
import { type DragEvent, useRef, useState } from "react";
import { Link, useSearch } from "wouter";
import { sendFiles, useGet, useWrite } from "../api/client";
import { list, type NewText, type Run } from "../api/types";
import { Block, Page } from "../parts/Page";
import { RunLine, useLiveRun } from "../parts/RunLine";
import { useToasts } from "../parts/Toasts";
import { accesses, isProtected, isSourceCode, sourceKinds } from "../parts/vocabulary";
import { useSpeech } from "../parts/words";
import { useTo, useView } from "../view";

/** Brings material in: files, a pasted text, a statement typed while somebody speaks. */
export function AddScreen() {
  const { t } = useSpeech();
  const wanted = new URLSearchParams(useSearch()).get("tab");
  const [tab, setTab] = useState<string | null>(wanted ?? "files");
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const earlier = useGet("/api/i/{inv}/runs");
  const add = (r: Run) => setRuns((l) => [r, ...l]);
  const mine = new Set(runs.map((r) => r.id));
  return (
    <Page title={t("add.title")} sub={t("add.sub")}>
      {runs.map((r) => (
        <Started key={r.id} run={r} />
      ))}
      <Tabs value={tab} onChange={setTab} keepMounted={false}>
        <Tabs.List>
          <Tabs.Tab value="files">{t("add.files")}</Tabs.Tab>
          <Tabs.Tab value="paste">{t("add.paste")}</Tabs.Tab>
          <Tabs.Tab value="statement">{t("add.statement")}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="files">
          <FilesForm added={add} />
        </Tabs.Panel>
        <Tabs.Panel value="paste">
          <PasteForm added={add} />
        </Tabs.Panel>
        <Tabs.Panel value="statement">
          <StatementForm added={add} />
        </Tabs.Panel>
      </Tabs>
      {list(earlier.data).some((r) => !mine.has(r.id)) ? (
        <Block title={t("add.earlier")}>
          {list(earlier.data)
            .filter((r) => !mine.has(r.id))
            .slice(0, 12)
            .map((r) => (
              <RunLine key={r.id} run={r} />
            ))}
        </Block>
      ) : null}
    </Page>
  );
}

/** A run just started, and where to look when it is done. */
function Started({ run }: { run: Run }) {
  const { t } = useSpeech();
  const to = useTo();
  const live = useLiveRun(run);
  const newest = useGet("/api/i/{inv}/reports", { query: { limit: 1 } }, { enabled: live.state === "done" });
  const report = list(newest.data?.rows)[0];
  return (
    <div className="card started" role="status">
      <RunLine run={run} />
      {live.state === "done" ? (
        <p className="started-next">
          {t("add.read")} {report ? <Link href={to(`/reports/${report.id}`)}>{t("add.openNewest")}</Link> : null}
          {" · "}
          <Link href={to("/reports")}>{t("add.allReports")}</Link>
          {" · "}
          <Link href={to("/questions")}>{t("add.seeQuestions")}</Link>
        </p>
      ) : null}
    </div>
  );
}

interface SourceFields {
  source: string;
  kind: string;
}

function SourceInputs({ of, set, required }: { of: SourceFields; set(f: SourceFields): void; required?: boolean }) {
  const { t, label } = useSpeech();
  const guarded = isProtected(of.kind);
  const wrong = guarded && of.source !== "" && !isSourceCode(of.source);
  return (
    <div className="form-row">
      <Select
        label={t("add.kind")}
        data={sourceKinds.map((k) => ({ value: k, label: label("sourceKind", k) }))}
        value={of.kind}
        onChange={(kind) => set({ ...of, kind: kind ?? "outlet" })}
        allowDeselect={false}
      />
      <TextInput
        label={guarded ? t("add.sourceCode") : t("add.source")}
        placeholder={guarded ? "SRC-0142" : undefined}
        description={guarded ? t("add.sourceCodeHelp") : undefined}
        required={required || guarded}
        error={wrong ? t("add.sourceCodeWrong") : undefined}
        dir="auto"
        value={of.source}
        onChange={(e) => set({ ...of, source: e.currentTarget.value })}
      />
    </div>
  );
}

function FilesForm({ added }: { added(r: Run): void }) {
  const { t, number } = useSpeech();
  const { inv } = useView();
  const toasts = useToasts();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [source, setSource] = useState<SourceFields>({ source: "", kind: "outlet" });
  const [vouched, setVouched] = useState(false);
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const pick = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  const size = files.reduce((n, f) => n + f.size, 0);

  const drop = async (e: DragEvent) => {
    e.preventDefault();
    setOver(false);
    const entries = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry()).filter((x) => x !== null);
    const found = entries.length ? (await Promise.all(entries.map(filesOf))).flat() : [...e.dataTransfer.files];
    setFiles((l) => [...l, ...found]);
  };
  const send = async () => {
    setBusy(true);
    try {
      const form = new FormData();
      for (const f of files) form.append("files", f, f.name);
      if (source.source.trim()) {
        form.append("source", source.source.trim());
        form.append("kind", source.kind);
      }
      form.append("vouched", String(vouched));
      added(await sendFiles<Run>(`/api/i/${encodeURIComponent(inv)}/files`, form));
      setFiles([]);
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form
      className="form"
      onSubmit={(e) => {
        e.preventDefault();
        void send();
      }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping has no key; the buttons inside do the same */}
      <div
        className={over ? "drop over" : "drop"}
        onDragOver={(e) => {
          e.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(e) => void drop(e)}
      >
        <p className="drop-title">{t("add.drop")}</p>
        <p className="note">{t("add.formats")}</p>
        <div className="form-actions">
          <Button variant="default" onClick={() => pick.current?.click()}>
            {t("add.choose")}
          </Button>
          <Button variant="default" onClick={() => folder.current?.click()}>
            {t("add.chooseFolder")}
          </Button>
        </div>
        <input
          ref={pick}
          type="file"
          multiple
          hidden
          aria-label={t("add.choose")}
          data-testid="files"
          onChange={(e) => setFiles((l) => [...l, ...(e.currentTarget.files ?? [])])}
        />
        <input
          ref={folder}
          type="file"
          hidden
          aria-label={t("add.chooseFolder")}
          onChange={(e) => setFiles((l) => [...l, ...(e.currentTarget.files ?? [])])}
          {...{ webkitdirectory: "" }}
        />
        {files.length > 0 ? (
          <p>
            <strong>{t("add.chosen", { count: files.length })}</strong> ({number(Math.ceil(size / 1024))} KB){" "}
            <button type="button" className="link-button" onClick={() => setFiles([])}>
              {t("add.clear")}
            </button>
          </p>
        ) : null}
      </div>
      <SourceInputs of={source} set={setSource} />
      {isProtected(source.kind) ? (
        <Checkbox
          label={t("add.vouch")}
          description={t("add.vouchHelp")}
          checked={vouched}
          onChange={(e) => setVouched(e.currentTarget.checked)}
        />
      ) : null}
      <div className="form-actions">
        <Button type="submit" disabled={files.length === 0} loading={busy}>
          {t("add.send", { count: files.length })}
        </Button>
      </div>
    </form>
  );
}

/** Collects the files of a dropped file or folder. */
async function filesOf(entry: FileSystemEntry): Promise<File[]> {
  if (entry.isFile) return new Promise((done, fail) => (entry as FileSystemFileEntry).file((f) => done([f]), fail));
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const out: File[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (part.length === 0) return out;
    for (const e of part) out.push(...(await filesOf(e)));
  }
}

function useTextForm(added: (r: Run) => void) {
  const write = useWrite();
  const toasts = useToasts();
  const [busy, setBusy] = useState(false);
  const send = async (body: NewText): Promise<boolean> => {
    setBusy(true);
    try {
      const full = Object.fromEntries(Object.entries(body).filter(([, v]) => v !== "")) as unknown as NewText;
      added(await write("/api/i/{inv}/texts", { body: full }));
      return true;
    } catch (error) {
      toasts.complain(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, send };
}

const grades = ["A", "B", "C", "D", "E", "F"] as const;

function PasteForm({ added }: { added(r: Run): void }) {
  const { t, label } = useSpeech();
  const { busy, send } = useTextForm(added);
  const [text, setText] = useState("");
  const [title, setTitle] = useState("");
  const [dated, setDated] = useState("");
  const [grade, setGrade] = useState<string | null>(null);
  const [source, setSource] = useState<SourceFields>({ source: "", kind: "outlet" });
  return (
    <form
      className="form"
      onSubmit={async (e) => {
        e.preventDefault();
        const body = {
          text,
          title,
          dated,
          source: source.source.trim(),
          kind: source.source.trim() ? source.kind : "",
          reliability: grade ?? "",
        } as NewText;
        if (await send(body)) {
          setText("");
          setTitle("");
        }
      }}
    >
      <Textarea
        label={t("add.text")}
        description={t("add.textHelp")}
        required
        autosize
        minRows={8}
        maxRows={24}
        dir="auto"
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <div className="form-row">
        <TextInput
          label={t("add.textTitle")}
          dir="auto"
          value={title}
          onChange={(e) => setTitle(e.currentTarget.value)}
        />
        <TextInput
          type="date"
          label={t("add.dated")}
          description={t("add.datedHelp")}
          value={dated}
          onChange={(e) => setDated(e.currentTarget.value)}
        />
      </div>
      <SourceInputs of={source} set={setSource} />
      <Select
        label={t("add.reliability")}
        description={t("add.reliabilityHelp")}
        data={grades.map((g) => ({ value: g, label: `${g} – ${label("reliability", g)}` }))}
        value={grade}
        onChange={setGrade}
        clearable
      />
      <div className="form-actions">
        <Button type="submit" disabled={!text.trim()} loading={busy}>
          {t("add.readIt")}
        </Button>
      </div>
    </form>
  );
}

function StatementForm({ added }: { added(r: Run): void }) {
  const { t, label } = useSpeech();
  const { busy, send } = useTextForm(added);
  const empty = {
    text: "",
    source: "",
    kind: "resident",
    taken: "",
    access: "",
    consent: "",
    conditions: "",
    received: "",
    dated: "",
  };
  const [form, setForm] = useState(empty);
  const set = (more: Partial<typeof empty>) => setForm({ ...form, ...more });
  return (
    <form
      className="form"
      onSubmit={async (e) => {
        e.preventDefault();
        const body = {
          text: form.text,
          source: form.source.trim(),
          kind: form.kind,
          taken_by: form.taken,
          access: form.access,
          consent: form.consent,
          conditions: form.conditions,
          received: form.received,
          dated: form.dated || form.received,
        } as NewText;
        if (await send(body)) setForm(empty);
      }}
    >
      <p className="note">{t("add.statementHelp")}</p>
      <SourceInputs of={form} set={(f) => set(f)} required />
      <div className="form-row">
        <TextInput
          label={t("add.takenBy")}
          dir="auto"
          value={form.taken}
          onChange={(e) => set({ taken: e.currentTarget.value })}
        />
        <TextInput
          type="date"
          label={t("add.takenOn")}
          value={form.received}
          onChange={(e) => set({ received: e.currentTarget.value })}
        />
      </div>
      <div className="form-row">
        <Select
          label={t("add.access")}
          description={t("add.accessHelp")}
          data={accesses.map((a) => ({ value: a, label: label("access", a) }))}
          value={form.access || null}
          onChange={(access) => set({ access: access ?? "" })}
          clearable
        />
        <TextInput
          label={t("add.consent")}
          description={t("add.consentHelp")}
          dir="auto"
          value={form.consent}
          onChange={(e) => set({ consent: e.currentTarget.value })}
        />
      </div>
      <TextInput
        label={t("add.conditions")}
        description={t("add.conditionsHelp")}
        dir="auto"
        value={form.conditions}
        onChange={(e) => set({ conditions: e.currentTarget.value })}
      />
      <Textarea
        label={t("add.words")}
        description={t("add.wordsHelp")}
        required
        autosize
        minRows={8}
        maxRows={24}
        dir="auto"
        value={form.text}
        onChange={(e) => set({ text: e.currentTarget.value })}
      />
      <div className="form-actions">
        <Button type="submit" disabled={!form.text.trim() || !isSourceCodeFor(form)} loading={busy}>
          {t("add.readIt")}
        </Button>
      </div>
    </form>
  );
}

function isSourceCodeFor(f: SourceFields): boolean {
  return isProtected(f.kind) ? isSourceCode(f.source.trim()) : f.source.trim() !== "";
}
