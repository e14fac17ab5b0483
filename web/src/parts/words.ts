import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { localeOf } from "../i18n";
import { humanDate, type Words } from "./edtf";
import { incidentType } from "./vocabulary";

/** The words, numbers and dates of the language on the screen. */
export interface Speech {
  t: Words;
  language: string;
  /** Digits with separators. */
  number(n: number): string;
  /** A date in EDTF, for people. */
  date(edtf: string | undefined): string;
  /** A moment the server recorded, in RFC 3339. */
  moment(time: string | number | undefined): string;
  /** The label of a code of a vocabulary; a code without one is shown as it stands, since sources bring their own words. */
  label(vocabulary: string, code: string | undefined): string;
  /** Whether the vocabulary knows the code. */
  knows(vocabulary: string, code: string): boolean;
}

export function useSpeech(): Speech {
  const { t, i18n } = useTranslation();
  const language = i18n.language;
  return useMemo(() => {
    const words: Words = (key, options) => t(key, options as never) as unknown as string;
    const locale = localeOf(language);
    const numbers = new Intl.NumberFormat(locale);
    const moments = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short" });
    const keyOf = (vocabulary: string, code: string) =>
      `${vocabulary}.${vocabulary === "incident" ? incidentType(code) : code}`;
    const knows = (vocabulary: string, code: string) => i18n.exists(keyOf(vocabulary, code));
    return {
      t: words,
      language,
      number: (n) => numbers.format(n),
      date: (edtf) => humanDate(edtf, words, language),
      moment: (time) => (time ? moments.format(new Date(time)) : ""),
      label: (vocabulary, code) =>
        !code ? "" : knows(vocabulary, code) ? words(keyOf(vocabulary, code)) : code.replaceAll("_", " "),
      knows,
    };
  }, [t, i18n, language]);
}
