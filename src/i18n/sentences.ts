import { createTranslator } from "use-intl/core";
import { type Locale, type Messages, messagesFor } from "./messages.ts";

type Values = Record<string, string | number | Date>;

/** Looks a code up in one section ("refusals", "errors") of every stage and fills in its data. */
function sentence(
  locale: Locale,
  section: "refusals" | "errors",
  code: string,
  values: Values,
): string | null {
  const messages = messagesFor(locale);
  for (const sentences of Object.values(messages)) {
    const found = (sentences as Partial<Record<string, Record<string, unknown>>>)[section]?.[code];
    if (typeof found === "string") {
      const translate = createTranslator({
        locale,
        messages: { found },
        timeZone: "Asia/Jakarta",
      }) as unknown as (key: string, values: Values) => string;
      return translate("found", values);
    }
  }
  return null;
}

/** The sentence of a refusal; its data fill the placeholders. */
export function refusalSentence(locale: Locale, refusal: { readonly code: string }): string {
  return sentence(locale, "refusals", refusal.code, printable(refusal)) ?? refusal.code;
}

/** The sentence of a zod message code such as "required". */
export function errorSentence(locale: Locale, code: string): string {
  return sentence(locale, "errors", code, {}) ?? sentence(locale, "errors", "not-valid", {}) ?? code;
}

function printable(data: object): Values {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      value instanceof Date || typeof value === "number" ? value : String(value),
    ]),
  );
}

/** The translator of one stage outside a page: for e-mail, PDF and the worker. */
export function translatorFor<Stage extends keyof Messages>(locale: Locale, stage: Stage) {
  return createTranslator({
    locale,
    messages: messagesFor(locale),
    namespace: stage,
    timeZone: "Asia/Jakarta",
  });
}
