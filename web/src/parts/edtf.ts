import { localeOf } from "../i18n";

/** A translating function, as i18next gives it. */
export type Words = (key: string, options?: Record<string, unknown>) => string;

const one = /^(-?[0-9X]{4})(?:-([0-9X]{2}))?(?:-([0-9X]{2}))?(?:T[0-9:.Z+-]*)?([~?%]?)$/;
const seasons: Record<string, string> = { "21": "spring", "22": "summer", "23": "autumn", "24": "winter" };

/**
 * Writes a date in EDTF the way people read it: 2014-10 as "October 2014", a/b as a range, ~ as "about", ? as
 * "uncertain", unspecified digits as a decade or an unknown day. What it does not understand it leaves as it is.
 */
export function humanDate(edtf: string | undefined, t: Words, language: string): string {
  if (!edtf) return "";
  const [from, to, more] = edtf.split("/");
  if (from === undefined || more !== undefined) return edtf;
  if (to === undefined) return single(from, t, language);
  if (from === "" || from === "..") return t("date.until", { date: single(to, t, language) });
  if (to === "" || to === "..") return t("date.since", { date: single(from, t, language) });
  return t("date.range", { from: single(from, t, language), to: single(to, t, language) });
}

function single(edtf: string, t: Words, language: string): string {
  const m = one.exec(edtf);
  if (!m) return edtf;
  const [, year = "", month, day, mark] = m;
  const plain = write(year, month, day, t, language);
  if (plain === undefined) return edtf;
  if (mark === "~") return t("date.about", { date: plain });
  if (mark === "?") return t("date.uncertain", { date: plain });
  if (mark === "%") return t("date.about", { date: t("date.uncertain", { date: plain }) });
  return plain;
}

function write(year: string, month: string | undefined, day: string | undefined, t: Words, language: string) {
  if (/^[0-9]{3}X$/.test(year)) return t("date.decade", { decade: `${year.slice(0, 3)}0` });
  if (!/^-?[0-9]+$/.test(year)) return undefined;
  if (month === undefined || month === "XX") return year;
  const season = seasons[month];
  if (season) return t(`date.${season}`, { year });
  const known = day !== undefined && day !== "XX";
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, known ? Number(day) : 1));
  if (Number.isNaN(date.getTime()) || date.getUTCMonth() !== Number(month) - 1) return undefined;
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: "UTC",
    year: "numeric",
    month: "long",
    ...(known ? { day: "numeric" } : {}),
  }).format(date);
}

/** Milliseconds since 1970 of a day written YYYY-MM-DD. */
export function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
