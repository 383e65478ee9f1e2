import type { Locale } from "#i18n/messages.ts";

/** A share as whole percent: "63%". */
export function percentOf(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** A correlation with two decimals, in the language's own sign: "−0,31". */
export function correlationOf(value: number, locale: Locale): string {
  const text = value
    .toFixed(2)
    .replace(/^-0\.00$/, "0.00")
    .replace("-", "−");
  return locale === "id" ? text.replace(".", ",") : text;
}
