import type { Locale } from "#i18n/messages.ts";

/** "12,3": bytes as megabytes with one decimal. */
export function megabytes(bytes: number, locale: Locale): string {
  return (bytes / 1e6).toLocaleString(locale === "id" ? "id-ID" : "en-GB", {
    maximumFractionDigits: 1,
    minimumFractionDigits: 1,
  });
}
