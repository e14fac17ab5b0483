const arabic = /\p{Script=Arabic}/u;

/** Other spellings of a name, those in the other script first: they are what somebody looks for. */
export function otherSpellings(name: string, spellings: readonly string[]): readonly string[] {
  const mine = arabic.test(name);
  const others = spellings.filter((s) => s !== name);
  return [...others.filter((s) => arabic.test(s) !== mine), ...others.filter((s) => arabic.test(s) === mine)];
}
