import { TextInput } from "@mantine/core";
import { useMemo, useState } from "react";
import { ActionButton } from "../../actions/ActionButton";
import type { Action } from "../../actions/action";
import { useActions } from "../../actions/registry";
import { list, type Pair } from "../../api/types";
import { useSpeech } from "../../parts/words";

/** Quick reasons and the evidence each of them leans on. */
const choices: [string, readonly string[]][] = [
  ["document", ["document_agrees"]],
  ["phone", ["phone_agrees"]],
  ["birth", ["birth_agrees"]],
  ["mother", ["mother_agrees"]],
  ["kin", ["kin_agrees"]],
  ["rolePlace", ["role_agrees", "group_agrees", "residence_agrees", "birthplace_agrees"]],
  ["nameRare", ["name_rare"]],
];

/** Reasons a reader may see where the program does not. */
const always = new Set(["kin", "rolePlace", "nameRare"]);

/** Asks for the reason of a "same" before it counts: the second of its two keys. */
export function SamePanel({
  pair,
  busy,
  confirm,
  close,
}: {
  pair: Pair;
  busy: boolean;
  confirm(reason: string): void;
  close(): void;
}) {
  const { t } = useSpeech();
  const codes = useMemo(() => new Set(list(pair.question.for).map((r) => r.code)), [pair]);
  // What the evidence does not show is not offered: it would only invite a hasty tick. There is room for own words.
  const all = choices.filter(([id, c]) => always.has(id) || c.some((x) => codes.has(x)));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [own, setOwn] = useState("");
  const toggle = (id: string) => setChosen((l) => (l.includes(id) ? l.filter((x) => x !== id) : [...l, id]));
  const reason = [...chosen.map((id) => t(`pair.quick.${id}`)), own.trim()].filter(Boolean).join("; ");
  const actions: Action[] = [
    ...all.map(
      ([id], i): Action => ({
        id: `pair.reason.${id}`,
        label: `pair.quick.${id}`,
        keys: [String(i + 1)],
        run: () => toggle(id),
      }),
    ),
    {
      id: "pair.confirm",
      label: pair.second ? "action.confirmSame" : "action.confirmProposal",
      keys: ["Enter"],
      inFields: true,
      disabled: reason === "" || busy,
      run: () => confirm(reason),
    },
    { id: "pair.back", label: "common.cancel", keys: ["Escape"], inFields: true, run: close },
  ];
  useActions(actions);
  const [ok, back] = actions.slice(-2) as [Action, Action];
  return (
    <div className="same-panel">
      <p className="decide-note">
        <strong>{t(pair.second ? "pair.sameWhy" : "pair.proposeWhy")}</strong>{" "}
        {t("pair.wouldJoin", { count: pair.joins_total })}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay its legend out in a row */}
      <div className="quick" role="group" aria-label={t("common.reason")}>
        {all.map(([id, c], i) => (
          <button
            key={id}
            type="button"
            className={`quick-choice${chosen.includes(id) ? " on" : ""}${c.some((x) => codes.has(x)) ? " backed" : ""}`}
            aria-pressed={chosen.includes(id)}
            onClick={() => toggle(id)}
          >
            <kbd className="key">{i + 1}</kbd> {t(`pair.quick.${id}`)}
          </button>
        ))}
      </div>
      <div className="same-send">
        <TextInput
          aria-label={t("pair.ownReason")}
          placeholder={t("pair.ownReason")}
          dir="auto"
          value={own}
          onChange={(e) => setOwn(e.currentTarget.value)}
        />
        <ActionButton action={ok} size="sm" variant="filled" />
        <ActionButton action={back} size="sm" />
      </div>
    </div>
  );
}
