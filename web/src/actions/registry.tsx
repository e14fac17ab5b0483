import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useSyncExternalStore } from "react";
import { type Action, actionFor, nameOfKey } from "./action";

/** Holds the actions of whatever is on the screen now. */
class Registry {
  private sets: { owner: symbol; actions: readonly Action[] }[] = [];
  private flat: readonly Action[] = [];
  private readonly listeners = new Set<() => void>();

  put(owner: symbol, actions: readonly Action[]): void {
    const at = this.sets.findIndex((s) => s.owner === owner);
    if (at >= 0) this.sets[at] = { owner, actions };
    else this.sets.push({ owner, actions });
    this.changed();
  }

  drop(owner: symbol): void {
    this.sets = this.sets.filter((s) => s.owner !== owner);
    this.changed();
  }

  readonly all = (): readonly Action[] => this.flat;

  readonly listen = (f: () => void): (() => void) => {
    this.listeners.add(f);
    return () => this.listeners.delete(f);
  };

  private changed(): void {
    const before = sign(this.flat);
    this.flat = this.sets.flatMap((s) => s.actions);
    // A component offers fresh closures at every render; whoever lists actions need not hear of that.
    if (sign(this.flat) !== before) for (const f of this.listeners) f();
  }
}

function sign(actions: readonly Action[]): string {
  return actions.map((a) => `${a.id}${a.disabled ? "-" : "+"}`).join();
}

const RegistryContext = createContext(new Registry());

const fields = new Set(["INPUT", "TEXTAREA", "SELECT"]);

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (fields.has(target.tagName) || target.isContentEditable);
}

export function ActionsProvider({ children }: { children: ReactNode }) {
  const registry = useMemo(() => new Registry(), []);
  useEffect(() => {
    const onKey = (e: KeyboardEvent) => {
      if (e.defaultPrevented || e.isComposing) return;
      // While a dialogue is open the keys belong to it.
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      const key = nameOfKey(e);
      // Enter and Space belong to the button or link that has the focus.
      const own = e.target instanceof HTMLElement && (e.target.tagName === "BUTTON" || e.target.tagName === "A");
      if (own && (key === "Enter" || key === "Space")) return;
      const action = actionFor(registry.all(), key, inField(e.target));
      if (!action) return;
      e.preventDefault();
      action.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [registry]);
  return <RegistryContext.Provider value={registry}>{children}</RegistryContext.Provider>;
}

/** Offers actions while the calling component is on the screen. */
export function useActions(actions: readonly Action[]): void {
  const registry = useContext(RegistryContext);
  const owner = useRef(Symbol("actions"));
  useEffect(() => registry.put(owner.current, actions));
  useEffect(() => {
    const mine = owner.current;
    return () => registry.drop(mine);
  }, [registry]);
}

/** Returns every action that can be fired now. */
export function useAllActions(): readonly Action[] {
  const registry = useContext(RegistryContext);
  const known = useRef<{ sign: string; actions: readonly Action[] }>({ sign: "", actions: [] });
  return useSyncExternalStore(registry.listen, () => {
    const actions = registry.all();
    const now = sign(actions);
    if (now !== known.current.sign) known.current = { sign: now, actions };
    return known.current.actions;
  });
}
