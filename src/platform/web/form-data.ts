import type { z } from "zod";
import type { Locale } from "#i18n/messages.ts";
import { errorSentence } from "#i18n/sentences.ts";
import { COMMAND_KEY_FIELD } from "#kernel/form-state.ts";

type Fields = Record<string, unknown>;

/** The fields of a form: one value a name, a list where a name stands more than once or ends in "[]". */
export function fieldsOf(data: FormData): Fields {
  const fields: Fields = {};
  for (const name of new Set(data.keys())) {
    if (name === COMMAND_KEY_FIELD || name.startsWith("$ACTION")) continue;
    const values = data.getAll(name);
    if (name.endsWith("[]")) fields[name.slice(0, -2)] = values;
    else fields[name] = values.length > 1 ? values : values[0];
  }
  return fields;
}

/** What may be shown again after a refusal: text, never passwords or files. */
export function valuesToKeep(fields: Fields): Record<string, string | readonly string[]> {
  const kept: Record<string, string | readonly string[]> = {};
  for (const [name, value] of Object.entries(fields)) {
    if (/password|sandi/i.test(name)) continue;
    if (typeof value === "string") kept[name] = value;
    else if (Array.isArray(value)) kept[name] = value.filter((item) => typeof item === "string");
  }
  return kept;
}

/** One sentence a field: the first thing to mend. */
export function sentencesByField(error: z.ZodError, locale: Locale): Record<string, string> {
  const sentences: Record<string, string> = {};
  for (const issue of error.issues) {
    const field = issue.path.map(String).join(".") || "form";
    sentences[field] ??= errorSentence(locale, issue.message);
  }
  return sentences;
}
