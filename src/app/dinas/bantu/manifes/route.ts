import { messagesFor } from "#i18n/messages.ts";

/** Lets a browser install the offline form as an app. Asked without cookies, so the language stands in the address. */
export function GET(request: Request): Response {
  const locale = new URL(request.url).searchParams.get("bahasa") === "en" ? "en" : "id";
  const { name, shortName, description } = messagesFor(locale)["assisted-registration"].app;
  const manifest = {
    name,
    short_name: shortName,
    description,
    lang: locale,
    start_url: "/dinas/bantu/luring",
    scope: "/dinas/bantu/",
    display: "standalone",
    background_color: "#ffffff",
    theme_color: "#ffffff",
    icons: [{ src: "/icon.svg", sizes: "any", type: "image/svg+xml", purpose: "any" }],
  };
  return new Response(JSON.stringify(manifest), { headers: { "content-type": "application/manifest+json" } });
}
