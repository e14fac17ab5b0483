import { Button, type ButtonProps, Kbd } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Action } from "./action";

/** A button that fires an action and shows its key. */
export function ActionButton({ action, hint = true, ...props }: { action: Action; hint?: boolean } & ButtonProps) {
  const { t } = useTranslation();
  const key = action.keys?.[0];
  return (
    <Button
      variant="default"
      disabled={action.disabled}
      onClick={action.run}
      rightSection={hint && key ? <Kbd className="key">{keyName(key)}</Kbd> : undefined}
      {...props}
    >
      {t(action.label)}
    </Button>
  );
}

/** Writes a key the way keyboards print it. */
export function keyName(key: string): string {
  const names: Record<string, string> = { Enter: "↵", ArrowRight: "→", ArrowLeft: "←", Escape: "Esc" };
  return key
    .split("+")
    .map((k) => (k === "mod" ? "Ctrl" : (names[k] ?? (k.length === 1 ? k.toUpperCase() : k))))
    .join(" ");
}
