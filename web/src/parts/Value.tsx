import { Tooltip } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { Ref } from "../api/types";
import { useTo } from "../view";
import { useSpeech } from "./words";

/** A value out of the data, isolated so that its direction cannot disturb what stands around it. */
export function Value({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <bdi dir="auto" className={className}>
      {children}
    </bdi>
  );
}

/** A value as its property wants to be read: dates for people, codes of a vocabulary in words, all else as it stands. */
export function PropValue({ prop, value }: { prop: string; value: string }) {
  const { date, label, knows } = useSpeech();
  if (/date$/i.test(prop)) return <Value>{date(value)}</Value>;
  for (const vocabulary of propVocabularies[prop] ?? []) {
    if (knows(vocabulary, value)) return <span>{label(vocabulary, value)}</span>;
  }
  return <Value>{value}</Value>;
}

const propVocabularies: Record<string, readonly string[]> = {
  subtype: ["incident"],
  role: ["part"],
  relation: ["relation"],
  value: ["outcome", "sentence"],
  sex: ["sex"],
  gender: ["sex"],
};

/** Where a thing of a schema has a screen of its own. */
export function pathOf(ref: { id: string; schema: string }): string | undefined {
  switch (ref.schema) {
    case "Person":
      return `/persons/${ref.id}`;
    case "Event":
      return `/incidents/${ref.id}`;
    default:
      return undefined;
  }
}

/** The name of a thing, leading to its screen where it has one. */
export function Name({ of, className }: { of: Ref; className?: string }) {
  const { t, label, knows } = useSpeech();
  const to = useTo();
  const path = pathOf(of);
  const known = of.schema === "Event" && knows("incident", of.name);
  const name = known ? label("incident", of.name) : of.name || t("person.nameless");
  const weak = of.weak ? (
    <Tooltip label={t("person.weakHelp")}>
      <span className="weak">{t("person.weak")}</span>
    </Tooltip>
  ) : null;
  return (
    <span className={className}>
      {path ? (
        <Link href={to(path)} className="name">
          <Value>{name}</Value>
        </Link>
      ) : (
        <Value className="name">{name}</Value>
      )}
      {weak}
    </span>
  );
}
