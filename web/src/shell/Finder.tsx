import { Modal, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useLocation } from "wouter";
import { useAllActions } from "../actions/registry";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { Outcome } from "../parts/Outcome";
import { otherSpellings } from "../parts/spellings";
import { Value } from "../parts/Value";
import { useSpeech } from "../parts/words";
import { useTo } from "../view";

interface Choice {
  id: string;
  group: string;
  show: ReactNode;
  run(): void;
}

/** Finds persons in any spelling of either script, reports, places and things to do, from wherever one is. */
export function Finder({ opened, close }: { opened: boolean; close(): void }) {
  const { t } = useSpeech();
  return (
    <Modal
      opened={opened}
      onClose={close}
      withCloseButton={false}
      transitionProps={{ duration: 0 }}
      size="lg"
      padding={0}
      yOffset="8vh"
      title={t("finder.label")}
      classNames={{ header: "finder-header" }}
    >
      {opened ? <Search close={close} /> : null}
    </Modal>
  );
}

function Search({ close }: { close(): void }) {
  const { t, language } = useSpeech();
  const to = useTo();
  const [, go] = useLocation();
  const [text, setText] = useState("");
  const [query] = useDebouncedValue(text.trim(), 180);
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  // At once, so that not even the first letter typed is lost.
  useLayoutEffect(() => field.current?.focus(), []);
  const actions = useAllActions();
  const found = useGet("/api/i/{inv}/search", { query: { q: query, limit: 6 } }, { enabled: query !== "", keep: true });

  const choices = useMemo<Choice[]>(() => {
    const out: Choice[] = [];
    const open = (path: string) => () => {
      close();
      go(to(path));
    };
    if (query) {
      for (const p of list(found.data?.persons).slice(0, 6)) {
        out.push({
          id: p.id,
          group: "persons",
          run: open(`/persons/${p.id}`),
          show: (
            <>
              <Value className="finder-name">{p.name}</Value>
              <Outcome of={p} />
              <span className="finder-more">
                {otherSpellings(p.name, list(p.spellings))
                  .slice(0, 3)
                  .map((s) => (
                    <Value key={s}>{s}</Value>
                  ))}
              </span>
            </>
          ),
        });
      }
      for (const r of list(found.data?.reports).slice(0, 5)) {
        out.push({
          id: r.id,
          group: "reports",
          run: open(`/reports/${r.id}`),
          show: (
            <>
              <Value className="mono">{r.reference}</Value>
              <Value className="finder-quote">{r.quote}</Value>
            </>
          ),
        });
      }
      for (const p of list(found.data?.places).slice(0, 3)) {
        out.push({
          id: p.ID,
          group: "places",
          run: open(`/provinces${p.Governorate ? `?province=${p.Governorate}` : ""}`),
          show: (
            <>
              <Value className="finder-name">{language === "ar" ? p.NameAR || p.NameEN : p.NameEN}</Value>
              <span className="finder-more">
                <Value>{language === "ar" ? p.NameEN : p.NameAR}</Value>
              </span>
            </>
          ),
        });
      }
      out.push({
        id: "all",
        group: "more",
        run: open(`/search?q=${encodeURIComponent(query)}`),
        show: t("finder.all", { query: `\u2068${query}\u2069` }),
      });
    }
    const words = query.toLowerCase();
    for (const a of actions) {
      if (a.id === "find" || a.disabled || (words && !t(a.label).toLowerCase().includes(words))) continue;
      out.push({
        id: `action:${a.id}`,
        group: a.group === "go" ? "go" : "actions",
        run: () => {
          close();
          a.run();
        },
        show: t(a.label),
      });
    }
    return out;
  }, [query, found.data, actions, t, language, close, go, to]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new query starts at the top
  useEffect(() => setAt(0), [query]);

  let group = "";
  return (
    <div className="finder">
      <TextInput
        size="md"
        variant="unstyled"
        className="finder-input"
        placeholder={t("finder.placeholder")}
        aria-label={t("finder.label")}
        role="combobox"
        aria-expanded="true"
        aria-controls="finder-list"
        aria-activedescendant={choices[at] ? `finder-${at}` : undefined}
        dir="auto"
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
        onKeyDown={(e) => {
          if (e.key === "ArrowDown") setAt(Math.min(at + 1, choices.length - 1));
          else if (e.key === "ArrowUp") setAt(Math.max(at - 1, 0));
          else if (e.key === "Enter") choices[at]?.run();
          else return;
          e.preventDefault();
        }}
        ref={field}
      />
      <div className="finder-list" role="listbox" id="finder-list" aria-label={t("finder.label")}>
        {choices.map((c, i) => {
          const head = c.group === group ? null : <div className="finder-group">{t(`finder.group.${c.group}`)}</div>;
          group = c.group;
          return (
            <div key={c.id} role="presentation">
              {head}
              {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above */}
              <div
                role="option"
                id={`finder-${i}`}
                tabIndex={-1}
                aria-selected={i === at}
                className={i === at ? "finder-choice at" : "finder-choice"}
                onMouseMove={() => setAt(i)}
                onClick={c.run}
              >
                {c.show}
              </div>
            </div>
          );
        })}
      </div>
    </div>
  );
}
