import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { ActionButton } from "../../actions/ActionButton";
import type { Action } from "../../actions/action";
import { useActions } from "../../actions/registry";
import { list, type Other, type Pair } from "../../api/types";
import { Value } from "../../parts/Value";
import { useSpeech } from "../../parts/words";

type SideName = "left" | "right";

/** Those whom one side of the pair may be besides the other side. */
export function othersOf(pair: Pair, side: SideName): readonly Other[] {
  return list(pair.others).filter((o) => o.side === side);
}

/** Says that one of the two is one of several, without saying which: the other side, and whoever is chosen here. */
export function AmongPanel({
  pair,
  busy,
  confirm,
  close,
}: {
  pair: Pair;
  busy: boolean;
  confirm(who: SideName, among: readonly string[]): void;
  close(): void;
}) {
  const { t } = useSpeech();
  const sides = (["left", "right"] as const).filter((s) => othersOf(pair, s).length > 0);
  const [who, setWho] = useState<SideName>(sides[0] ?? "left");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const others = othersOf(pair, who);
  const opposite = who === "left" ? pair.right : pair.left;
  const toggle = (id: string) => setChosen((l) => (l.includes(id) ? l.filter((x) => x !== id) : [...l, id]));
  const turn = (side: SideName) => {
    setWho(side);
    setChosen([]);
  };
  const actions: Action[] = [
    ...others.map(
      (o, i): Action => ({
        id: `pair.among.${i + 1}`,
        label: "pair.amongChoice",
        keys: [String(i + 1)],
        run: () => toggle(o.found),
      }),
    ),
    {
      id: "pair.amongTurn",
      label: "pair.amongTurn",
      keys: ["x"],
      disabled: sides.length < 2,
      run: () => turn(who === "left" ? "right" : "left"),
    },
    {
      id: "pair.amongConfirm",
      label: "action.confirmAmong",
      keys: ["Enter"],
      disabled: chosen.length === 0 || busy,
      run: () => confirm(who, chosen),
    },
    { id: "pair.back", label: "common.cancel", keys: ["Escape"], run: close },
  ];
  useActions(actions);
  const [ok, back] = actions.slice(-2) as [Action, Action];
  return (
    <div className="same-panel">
      <p className="decide-note">
        <strong>{t("pair.among")}</strong> {t("pair.amongHelp")}
      </p>
      {sides.length > 1 ? (
        <SegmentedControl
          className="among-who"
          size="xs"
          value={who}
          onChange={(s) => turn(s as SideName)}
          data={sides.map((s) => ({
            value: s,
            label: <Value>{pair[s].name || t("person.nameless")}</Value>,
          }))}
        />
      ) : null}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot lay its legend out in a row */}
      <div className="quick" role="group" aria-label={t("pair.among")}>
        <span className="quick-choice on">
          <Value>{opposite.name || t("person.nameless")}</Value>
        </span>
        {others.map((o, i) => (
          <button
            key={o.found}
            type="button"
            className={`quick-choice${chosen.includes(o.found) ? " on" : ""}`}
            aria-pressed={chosen.includes(o.found)}
            onClick={() => toggle(o.found)}
          >
            <kbd className="key">{i + 1}</kbd> <Value>{o.ref.name || t("person.nameless")}</Value>{" "}
            <Value className="mono">{o.report}</Value>
          </button>
        ))}
      </div>
      <div className="same-send">
        <ActionButton action={ok} size="sm" variant="filled" />
        <ActionButton action={back} size="sm" />
      </div>
    </div>
  );
}
