import { env } from "#env.ts";

type Said = { readonly site: string | null | undefined; readonly origin: string | null | undefined };

/** Whether a request says itself that another site's page sent it: in Sec-Fetch-Site, in older browsers by the Origin. */
export function isFromOtherSite({ site, origin }: Said): boolean {
  if (site) return site !== "same-origin" && site !== "none";
  return Boolean(origin) && origin !== ownOrigin();
}

/** Whether a request is known to come from this portal's own pages. One that says nothing of itself is not believed. */
export function isFromOwnPages(headers: Headers): boolean {
  const [site, origin] = [headers.get("sec-fetch-site"), headers.get("origin")];
  if (isFromOtherSite({ site, origin })) return false;
  return origin ? origin === ownOrigin() : site === "same-origin";
}

function ownOrigin(): string {
  return new URL(env().APP_URL).origin;
}
