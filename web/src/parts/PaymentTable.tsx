import { type Cite, list, type PaymentView } from "../api/types";
import { Cites } from "./Cites";
import { type Column, DataTable } from "./DataTable";
import { Support } from "./Support";
import { Name, Value } from "./Value";
import { useSpeech } from "./words";

/** Payments, each with the reports that tell of it. */
export function PaymentTable({ payments }: { payments: readonly PaymentView[] }) {
  const { t, date } = useSpeech();
  const money = useMoney();
  const columns: readonly Column<PaymentView>[] = [
    {
      key: "date",
      label: t("payment.date"),
      width: "minmax(0, 1.3fr)",
      cell: (p) => date(p.date) || t("date.unknown"),
      sort: (p) => p.date ?? "",
    },
    {
      key: "payer",
      label: t("payment.payer"),
      width: "minmax(0, 2fr)",
      cell: (p) => (p.payer ? <Name of={p.payer} /> : <span className="note">{t("payment.unknown")}</span>),
      sort: (p) => p.payer?.name ?? "",
    },
    {
      key: "beneficiary",
      label: t("payment.beneficiary"),
      width: "minmax(0, 2fr)",
      cell: (p) => (p.beneficiary ? <Name of={p.beneficiary} /> : <span className="note">{t("payment.unknown")}</span>),
      sort: (p) => p.beneficiary?.name ?? "",
    },
    {
      key: "amount",
      label: t("payment.amount"),
      width: "minmax(0, 1.4fr)",
      cell: (p) => <span className="amount">{money(p.amount, p.currency)}</span>,
      sort: (p) => Number(p.amount) || 0,
    },
    { key: "via", label: t("payment.via"), width: "minmax(0, 1.2fr)", cell: (p) => <Value>{p.via}</Value> },
    {
      key: "cites",
      label: t("payment.sources"),
      width: "minmax(0, 2.6fr)",
      cell: (p) => (
        <span className="stack">
          <Support of={p} />
          <Cites of={onePerPassage(list(p.cites))} more={p.more} />
        </span>
      ),
    },
  ];
  return <DataTable label={t("nav.payments")} columns={columns} rows={payments} id={(p) => p.id} />;
}

/** One citation a report: a payment's amount, currency and date stand in the same sentence. */
function onePerPassage(cites: readonly Cite[]): readonly Cite[] {
  return [...new Map(cites.map((c) => [c.report, c])).values()];
}

/** Writes digits and a currency; amounts that are not digits stay as the source has them. */
export function useMoney(): (amount: string, currency: string) => string {
  const { number } = useSpeech();
  return (amount, currency) =>
    `\u2066${/^[0-9]+(\.[0-9]+)?$/.test(amount) ? number(Number(amount)) : amount} ${currency}\u2069`;
}
