import { cookies } from "next/headers";
import { defaultLocale, isLocale, type Locale } from "./messages.ts";

export const LOCALE_COOKIE = "bahasa";

/** The language that the person chose in this browser; Bahasa Indonesia until then. */
export async function currentLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : defaultLocale;
}
