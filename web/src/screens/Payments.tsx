import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useGet } from "../api/client";
import { list } from "../api/types";
import { Inferred, onlyInferred } from "../parts/Inferred";
import { Answered, Empty, Page } from "../parts/Page";
import { PaymentTable, useMoney } from "../parts/PaymentTable";
import { useSpeech } from "../parts/words";

/** Who paid whom, and what the reports' figures add up to, never across currencies. */
export function PaymentsScreen() {
  const { t } = useSpeech();
  const query = useGet("/api/i/{inv}/payments");
  const money = useMoney();
  const [text, setText] = useState("");
  const wanted = text.trim().toLowerCase();
  const rows = list(query.data).filter(
    (p) => !wanted || `${p.payer?.name} ${p.beneficiary?.name} ${p.via}`.toLowerCase().includes(wanted),
  );
  const sums = new Map<string, { sum: number; n: number; guessed: number }>();
  for (const p of rows) {
    const amount = Number(p.amount);
    if (p.reports === 0 || !(amount > 0)) continue;
    const s = sums.get(p.currency) ?? { sum: 0, n: 0, guessed: 0 };
    sums.set(p.currency, { sum: s.sum + amount, n: s.n + 1, guessed: s.guessed + Number(onlyInferred(p)) });
  }
  return (
    <Page title={t("nav.payments")} sub={t("payment.sub")}>
      <div className="filters">
        <TextInput
          placeholder={t("payment.search")}
          aria-label={t("payment.search")}
          dir="auto"
          value={text}
          onChange={(e) => setText(e.currentTarget.value)}
        />
      </div>
      <Answered query={query} rows={12}>
        {() =>
          rows.length === 0 ? (
            <Empty title={t("payment.none")} />
          ) : (
            <>
              <div className="sums">
                {[...sums].sort().map(([currency, s]) => (
                  <div key={currency} className="sum">
                    <strong>{money(String(s.sum), currency)}</strong>
                    <span className="note">
                      {t("payment.sumOf", { count: s.n })}{" "}
                      {s.guessed > 0 ? <Inferred>{t("payment.sumInferred", { count: s.guessed })}</Inferred> : null}
                    </span>
                  </div>
                ))}
                <p className="note">{t("payment.sumNote")}</p>
              </div>
              <PaymentTable payments={rows} />
            </>
          )
        }
      </Answered>
    </Page>
  );
}
