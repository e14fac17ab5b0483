/** What this reviewer did in this sitting: kept in the browser's tab, since it is nobody else's business. */
export interface Sitting {
  started: number;
  answered: number;
  skipped: readonly string[];
  /** Judgements that can be undone, the newest last. */
  done: readonly { id: string; left: string; right: string }[];
}

const empty: Sitting = { started: 0, answered: 0, skipped: [], done: [] };

export function readSitting(inv: string): Sitting {
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem(`sitting:${inv}`) ?? "{}") };
  } catch {
    return empty;
  }
}

export function keepSitting(inv: string, s: Sitting): void {
  sessionStorage.setItem(`sitting:${inv}`, JSON.stringify(s));
}

export function pairKey(left: string, right: string): string {
  return left < right ? `${left}|${right}` : `${right}|${left}`;
}

/** The next question not skipped and not the one on the screen. */
export function nextOf<Q extends { left: string; right: string }>(
  queue: readonly Q[],
  now: string,
  skipped: readonly string[],
): Q | undefined {
  return queue.find((q) => {
    const key = pairKey(q.left, q.right);
    return key !== now && !skipped.includes(key);
  });
}

/** Answers an hour since the first one, rounded; undefined while there are too few to tell. */
export function pace(s: Sitting, now: number): number | undefined {
  const hours = (now - s.started) / 3_600_000;
  return s.answered >= 3 && hours > 0 ? Math.round(s.answered / hours) : undefined;
}
