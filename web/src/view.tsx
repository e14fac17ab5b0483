import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from "react";

/** What every screen looks at: one investigation, now or as of a past day. */
export interface View {
  inv: string;
  /** RFC 3339, the end of the day chosen; empty means now. */
  asOf: string;
  /** The day chosen, as YYYY-MM-DD; empty means now. */
  day: string;
  setDay(day: string): void;
}

const ViewContext = createContext<View>({ inv: "", asOf: "", day: "", setDay: () => undefined });

export function ViewProvider({ inv, children }: { inv: string; children: ReactNode }) {
  const key = `as-of:${inv}`;
  const [day, set] = useState(() => sessionStorage.getItem(key) ?? "");
  const setDay = useCallback(
    (d: string) => {
      sessionStorage.setItem(key, d);
      set(d);
    },
    [key],
  );
  const view = useMemo(() => ({ inv, day, asOf: day ? `${day}T23:59:59Z` : "", setDay }), [inv, day, setDay]);
  return <ViewContext.Provider value={view}>{children}</ViewContext.Provider>;
}

export function useView(): View {
  return useContext(ViewContext);
}

/** Returns the address of a screen of the investigation. */
export function useTo(): (path: string) => string {
  const { inv } = useView();
  return useCallback((path: string) => `/i/${encodeURIComponent(inv)}${path}`, [inv]);
}
