import type { components } from "../api/schema";
import { list } from "../api/types";
import { Value } from "./Value";
import { useSpeech } from "./words";

type Said = Pick<components["schemas"]["Role"], "code" | "words">;

/** A role by what it means, with the sources' words for it where there is room for them. */
export function Role({ of, words = false }: { of: Said; words?: boolean }) {
  const { label } = useSpeech();
  const said = list(of.words);
  if (!of.code) return <Value>{said[0]}</Value>;
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
    </>
  );
}
