import { type NextRequest, NextResponse } from "next/server";
import { env } from "#env.ts";
import { LOCALE_COOKIE } from "#i18n/locale.ts";
import { isLocale } from "#i18n/messages.ts";

const YEAR_SECONDS = 365 * 86_400;

/** Chooses the language of this browser and goes back to the page that was open. */
export function GET(request: NextRequest) {
  const wanted = request.nextUrl.searchParams.get("ke");
  const response = NextResponse.redirect(new URL(pathOf(request.headers.get("referer")), env().APP_URL), 303);
  if (isLocale(wanted)) {
    response.cookies.set(LOCALE_COOKIE, wanted, { path: "/", maxAge: YEAR_SECONDS, sameSite: "lax" });
  }
  return response;
}

/** Only a path of this portal, wherever the header says the person came from. */
function pathOf(referer: string | null): string {
  if (!referer || !URL.canParse(referer)) return "/";
  const { pathname, search } = new URL(referer);
  return `/${pathname.replace(/^[/\\]+/, "")}${search}`;
}
