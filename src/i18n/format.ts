import type { Locale } from "./messages.ts";

const zone = { timeZone: "Asia/Jakarta" } as const;
const tag = (locale: Locale) => (locale === "id" ? "id-ID" : "en-GB");
const cached = new Map<string, Intl.DateTimeFormat>();

function formatter(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const name = `${locale}${JSON.stringify(options)}`;
  const found = cached.get(name) ?? new Intl.DateTimeFormat(tag(locale), { ...zone, ...options });
  cached.set(name, found);
  return found;
}

/** "Selasa, 24 November 2026 pukul 23.59 WIB" */
export function formatMoment(moment: Date, locale: Locale): string {
  const time = formatter(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(moment);
  const joint = locale === "id" ? " pukul " : " at ";
  return `${formatDay(moment, locale)}${joint}${time.replace(":", locale === "id" ? "." : ":")} WIB`;
}

/** "Selasa, 24 November 2026" */
export function formatDay(moment: Date, locale: Locale): string {
  return formatter(locale, { weekday: "long", day: "numeric", month: "long", year: "numeric" }).format(
    moment,
  );
}

/** "17 Mei 2000", for a birth date and other days of which nobody asks the weekday. */
export function formatDate(moment: Date, locale: Locale): string {
  return formatter(locale, { day: "numeric", month: "long", year: "numeric" }).format(moment);
}

/** "1275 0157 0500 9101": easier to compare with a card. */
export function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, "$1 ");
}

/** "24 Nov 2026, 23.59" for tables. */
export function formatShort(moment: Date, locale: Locale): string {
  const day = formatter(locale, { day: "numeric", month: "short", year: "numeric" }).format(moment);
  const time = formatter(locale, { hour: "2-digit", minute: "2-digit", hour12: false }).format(moment);
  return `${day}, ${time.replace(":", locale === "id" ? "." : ":")}`;
}

export function formatNumber(value: number, locale: Locale): string {
  return new Intl.NumberFormat(tag(locale)).format(value);
}
