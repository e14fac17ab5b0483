import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from "react";
import type { ApiError } from "../api/client";
import { useSpeech } from "./words";

interface Toast {
  id: number;
  text: ReactNode;
  tone: "plain" | "bad";
  undo?: () => void;
}

interface Toaster {
  /** Says what happened; with undo it offers to take it back. */
  say(text: ReactNode, undo?: () => void): void;
  /** Says what went wrong and what to do. */
  complain(error: unknown): void;
}

const ToastContext = createContext<Toaster>({ say: () => undefined, complain: () => undefined });

const seconds = 9;

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useSpeech();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setToasts((l) => l.filter((x) => x.id !== id)), []);
  const add = useCallback(
    (toast: Omit<Toast, "id">) => {
      const id = next.current++;
      setToasts((l) => [...l.slice(-2), { ...toast, id }]);
      setTimeout(() => close(id), seconds * 1000);
    },
    [close],
  );
  const toaster = useMemo<Toaster>(
    () => ({
      say: (text, undo) => add({ text, tone: "plain", undo }),
      complain: (error) => {
        const e = error as ApiError;
        add({
          tone: "bad",
          text: (
            <>
              <strong>{e.code === "offline" ? t("error.offline") : e.message}</strong>
              {e.remedy ? <span className="toast-remedy">{e.remedy}</span> : null}
            </>
          ),
        });
      },
    }),
    [add, t],
  );
  return (
    <ToastContext.Provider value={toaster}>
      {children}
      <div className="toasts" role="status" aria-live="polite">
        {toasts.map((x) => (
          <div key={x.id} className={`toast toast-${x.tone}`}>
            <div className="toast-text">{x.text}</div>
            {x.undo ? (
              <button
                type="button"
                className="toast-undo"
                onClick={() => {
                  close(x.id);
                  x.undo?.();
                }}
              >
                {t("common.undo")}
              </button>
            ) : null}
            <button type="button" className="toast-close" aria-label={t("common.close")} onClick={() => close(x.id)}>
              ×
            </button>
          </div>
        ))}
      </div>
    </ToastContext.Provider>
  );
}

export function useToasts(): Toaster {
  return useContext(ToastContext);
}
