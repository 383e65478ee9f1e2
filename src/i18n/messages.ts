import { english } from "./messages-en.ts";
import { indonesian } from "./messages-id.ts";

export type Locale = "id" | "en";
export const defaultLocale: Locale = "id";

/** The sentences, typed by the Bahasa Indonesia files, which come first. */
export type Messages = typeof indonesian;

export function isLocale(text: string | undefined | null): text is Locale {
  return text === "id" || text === "en";
}

export function messagesFor(locale: Locale): Messages {
  return locale === "en" ? (english as unknown as Messages) : indonesian;
}

type Refusals = {
  [Stage in keyof Messages]: Messages[Stage] extends { refusals: infer Sentences } ? keyof Sentences : never;
};

/** Every refusal that has a sentence. A use-case whose refusal is not among them does not compile as an action. */
export type RefusalCode = Extract<Refusals[keyof Messages], string>;
