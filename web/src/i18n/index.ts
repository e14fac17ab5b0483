import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import ar from "./ar.json";
import en from "./en.json";

export type Language = "en" | "ar";

const kept = "sanad-language";

/** Loads the words of both languages; the language is the one chosen last, else the browser's. */
export async function startWords(): Promise<void> {
  const wanted = localStorage.getItem(kept) ?? (navigator.language.startsWith("ar") ? "ar" : "en");
  await i18next.use(initReactI18next).init({
    resources: { en: { translation: en }, ar: { translation: ar } },
    lng: wanted === "ar" ? "ar" : "en",
    fallbackLng: false,
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
}

export async function setLanguage(language: Language): Promise<void> {
  localStorage.setItem(kept, language);
  await i18next.changeLanguage(language);
}

/** Language tag for numbers and dates: Latin digits as in the sources' own figures, Iraqi month names, Gregorian years. */
export function localeOf(language: string): string {
  return language === "ar" ? "ar-IQ-u-nu-latn-ca-gregory" : "en-GB";
}

/** Wraps a value from the data so that its direction cannot disturb the sentence around it. */
export function isolate(value: string | number | undefined): string {
  return `\u2068${value ?? ""}\u2069`;
}
