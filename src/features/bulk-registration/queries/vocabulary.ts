import { findCategories } from "#features/registration/queries.ts";
import {
  disabilities,
  educations,
  employments,
  maritalStatuses,
  statedEmployments,
} from "#features/registration/types.ts";
import type { Locale } from "#i18n/messages.ts";
import { translatorFor } from "#i18n/sentences.ts";
import { plainWords } from "../policy.ts";
import { type ChoiceColumn, type Column, choiceColumns, columns, type Vocabulary } from "../types.ts";

/** Somebody may fill the Indonesian template with the words that the English screen taught. */
const languages: readonly Locale[] = ["id", "en"];

type Choice = { readonly code: string; readonly words: string };

/** Every word that a list may use, and what it means. */
export async function findVocabulary(): Promise<Vocabulary> {
  const headers = new Map<string, Column>();
  const own = new Set<string>();
  for (const locale of languages) {
    for (const column of columns) headers.set(plainWords(headerOf(column, locale)), column);
    own.add(plainWords(reasonsHeader(locale)));
  }
  return { headers, own, choices: await findChoices(), yes: answers("yes"), no: answers("no") };
}

/** The header of a column. */
export function headerOf(column: Column, locale: Locale): string {
  return translatorFor(locale, "bulk-registration")(`columns.${column}`);
}

/** The header over the reasons, in a list that is handed back. */
export function reasonsHeader(locale: Locale): string {
  return translatorFor(locale, "bulk-registration")("sheet.reasons");
}

/** What may be answered in a column, in words and in order. */
export async function findChoicesOf(column: ChoiceColumn, locale: Locale): Promise<readonly Choice[]> {
  const t = translatorFor(locale, "registration");
  const listed = {
    gender: (["female", "male"] as const).map((code) => ({ code, words: t(`identity.${code}`) })),
    education: educations.map((code) => ({ code, words: t(`situation.educations.${code}`) })),
    maritalStatus: maritalStatuses.map((code) => ({ code, words: t(`situation.maritalStatuses.${code}`) })),
    employment: employments.map((code) => ({ code, words: t(`situation.employments.${code}`) })),
    disability: disabilities.map((code) => ({ code, words: t(`situation.disabilities.${code}`) })),
    statedEmployment: statedEmployments.map((code) => ({ code, words: t(`statements.employments.${code}`) })),
  };
  if (column !== "wantedCategory") return listed[column];
  return (await findCategories(locale)).map(({ code, name }) => ({ code, words: name }));
}

async function findChoices(): Promise<Vocabulary["choices"]> {
  const choices = {} as Record<ChoiceColumn, Map<string, string>>;
  for (const column of choiceColumns) {
    choices[column] = new Map();
    for (const locale of languages) {
      for (const { code, words } of await findChoicesOf(column, locale)) {
        choices[column].set(plainWords(words), code).set(plainWords(code), code);
      }
    }
  }
  return choices;
}

function answers(answer: "yes" | "no"): ReadonlySet<string> {
  const words = languages.map((locale) => translatorFor(locale, "bulk-registration")(`sheet.${answer}`));
  return new Set([...words, answer === "yes" ? "y" : "t"].map(plainWords));
}
