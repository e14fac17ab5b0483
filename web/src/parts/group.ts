/** Gathers things by a key; groups and their members stay in the order in which they came. */
export function groupBy<K, T>(things: readonly T[], key: (thing: T) => K): Map<K, T[]> {
  const out = new Map<K, T[]>();
  for (const thing of things) {
    const k = key(thing);
    const group = out.get(k);
    if (group) group.push(thing);
    else out.set(k, [thing]);
  }
  return out;
}
