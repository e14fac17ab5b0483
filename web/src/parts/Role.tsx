import type { components } from "../api/schema";
import { list } from "../api/types";
import { Inferred } from "./Inferred";
import { Value } from "./Value";
import { useSpeech } from "./words";

type Said = Pick<components["schemas"]["Role"], "code" | "words">;

/**
 * A role by what it means, with the sources' words for it where there is room for them. `guess` marks one that no report gives in so many
 * words.
 */
export function Role({ of, words = false, guess = false }: { of: Said; words?: boolean; guess?: boolean }) {
  const { label } = useSpeech();
  const said = list(of.words);
  const mark = guess ? <Inferred /> : null;
  if (!of.code)
    return (
      <>
        <Value>{said[0]}</Value>
        {mark}
      </>
    );
  return (
    <>
      <span title={said.join(" · ")}>{label("post", of.code)}</span>
      {words
        ? said.map((w) => (
            <Value key={w} className="note">
              {w}
            </Value>
          ))
        : null}
      {mark}
    </>
  );
}
