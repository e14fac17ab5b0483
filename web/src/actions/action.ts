/**
 * One thing the user can do. A menu, a key and a button all fire the same object, so that they can never differ.
 */
export interface Action {
  /** Stable name, such as "claim.accept". */
  id: string;
  /** Key of its words in the files of i18n. */
  label: string;
  /** Keys that fire it, such as "a", "?", "Enter" or "mod+k"; "mod" is Ctrl, or Command on a Mac. */
  keys?: readonly string[];
  /** Where the help lists it. */
  group?: string;
  disabled?: boolean;
  /** Fires also while a text field has the focus. */
  inFields?: boolean;
  run(): void;
}

interface KeyPress {
  key: string;
  code: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/**
 * Names a key press the way Action.keys does. On a keyboard whose letters are not Latin the place of the key counts, so
 * that D works on an Arabic layout too.
 */
export function nameOfKey(e: KeyPress): string {
  let key = e.key === " " ? "Space" : e.key;
  if (key.length === 1 && /\p{L}/u.test(key) && !/[a-z]/i.test(key) && e.code.startsWith("Key")) key = e.code.slice(3);
  if (key === "؟") key = "?";
  if (key.length === 1) key = key.toLowerCase();
  return (e.ctrlKey || e.metaKey ? "mod+" : "") + (e.altKey ? "alt+" : "") + key;
}

/** Finds the action a key press fires: the one registered last wins, since it belongs to what lies on top. */
export function actionFor(actions: readonly Action[], key: string, inField: boolean): Action | undefined {
  for (let i = actions.length - 1; i >= 0; i--) {
    const a = actions[i];
    if (a && !a.disabled && a.keys?.includes(key) && (!inField || a.inFields)) return a;
  }
  return undefined;
}
