import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { env } from "#env.ts";
import { log } from "#platform/telemetry/log.ts";
import { isFromOtherSite } from "#platform/web/same-origin.ts";
import { captureHtml } from "./captured-response.ts";
import { faultPage, localeOf } from "./fault-page.ts";
import { answerHealth } from "./health.ts";
import { answerByItself } from "./own-answers.ts";
import { answerPartner, isPartnerCall } from "./partner-api.ts";
import { isPeoplePage, withoutFrameworkScripts } from "./people-pages.ts";
import { contentPolicy, setSecurityHeaders } from "./security-headers.ts";

const isDevelopment = process.env.NODE_ENV === "development";
const port = env().PORT;
const isSecure = env().APP_URL.startsWith("https:");

const app = next({ dev: isDevelopment, hostname: "localhost", port });
const renderPage = app.getRequestHandler();
await app.prepare();
const upgrade = app.getUpgradeHandler();

const server = createServer((request, response) => {
  void handle(request, response).catch((error: unknown) => {
    log.error(
      { error: error instanceof Error ? error.stack : String(error), path: pathOf(request) },
      "request failed",
    );
    if (!response.headersSent) response.writeHead(500).end();
    else response.destroy();
  });
});
server.on("upgrade", upgrade);
server.listen(port, () => log.info({ port }, "the portal is open"));

/** Answers what must be cheap by itself; hands pages to Next, and strips those that people read. */
async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = pathOf(request);
  setSecurityHeaders(response, isSecure);
  if (answerHealth(path, response)) return;
  // Before the check of browsers' posts: a partner's call is believed for its signature alone, and a "no" is JSON too.
  if (isPartnerCall(path)) return answerPartner(request, response);
  if (isForeignPost(request)) return void response.writeHead(403).end();
  if (await answerByItself(path, request, response)) return;

  request.headers["x-client-address"] = request.socket.remoteAddress ?? "unknown";
  const nonce = randomBytes(16).toString("hex");
  const people = isPeoplePage(path);
  const policy = contentPolicy(people ? "people" : "staff", nonce, isDevelopment);
  response.setHeader("content-security-policy", policy);
  if (people) {
    const accepts = String(request.headers["accept-encoding"] ?? "");
    request.headers["accept-encoding"] = "identity";
    delete request.headers.rsc;
    captureHtml(response, accepts, (html) => {
      if (response.statusCode < 500) return withoutFrameworkScripts(html);
      const reference = nonce.slice(0, 8).toUpperCase();
      log.error({ path, reference }, "a page broke");
      return faultPage(localeOf(request.headers.cookie), reference);
    });
  } else {
    request.headers["content-security-policy"] = policy; // Next reads the nonce from here
  }
  await renderPage(request, response);
}

/** Whatever changes something is sent by the portal's own pages; Next's own check knows the Origin only. */
function isForeignPost({ method, headers }: IncomingMessage): boolean {
  if (method === "GET" || method === "HEAD") return false;
  return isFromOtherSite({ site: headers["sec-fetch-site"]?.toString(), origin: headers.origin });
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?", 1)[0] ?? "/";
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close(() => process.exit(0));
    server.closeIdleConnections();
    setTimeout(() => process.exit(0), 5_000).unref();
  });
}
