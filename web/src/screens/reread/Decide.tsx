import { Button, Textarea } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWrite } from "../../api/client";
import type { RereadConflict } from "../../api/types";
import { Dialog } from "../../parts/Dialog";
import { useToasts } from "../../parts/Toasts";
import { useSpeech } from "../../parts/words";

/** What is being decided: which reading of a conflict stands. */
export interface Deciding {
  conflict: RereadConflict;
  side: "new" | "old";
}

/** Asks for the reason of a decision, and records it. */
export function Decide({ report, what, close }: { report: string; what: Deciding | undefined; close(): void }) {
  const { t } = useSpeech();
  const write = useWrite();
  const toasts = useToasts();
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  useEffect(() => setReason(what ? "" : ""), [what]);
  const withdraw = async (choice: string) => {
    try {
      await write("/api/i/{inv}/reread/reports/{id}/choices/{choice}/withdraw", { path: { id: report, choice } });
      toasts.say(t("reread.withdrawn"));
    } catch (error) {
      toasts.complain(error);
    }
  };
  const send = async ({ conflict, side }: Deciding) => {
    setBusy(true);
    try {
      const made = await write("/api/i/{inv}/reread/reports/{id}/conflicts/{conflict}", {
        path: { id: report, conflict: conflict.id },
        body: { side, reason: reason.trim() },
      });
      toasts.say(t(`reread.decided.${side}`), () => void withdraw(made.id));
      close();
    } catch (error) {
      toasts.complain(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={what !== undefined} onClose={close} title={what ? t(`reread.decide.${what.side}`) : ""}>
      <form
        className="form"
        onSubmit={(e) => {
          e.preventDefault();
          if (what) void send(what);
        }}
      >
        <p className="note">{what ? t(`reread.decideHelp.${what.side}`) : null}</p>
        <Textarea
          label={t("common.reason")}
          description={t("reread.reasonHelp")}
          required
          autosize
          minRows={3}
          dir="auto"
          data-autofocus
          value={reason}
          onChange={(e) => setReason(e.currentTarget.value)}
        />
        <div className="form-actions">
          <Button type="submit" variant="filled" loading={busy} disabled={!reason.trim()}>
            {what ? t(`reread.decide.${what.side}`) : null}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
