import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

// The SMS gateway, simulated: a process of its own with an inbox that people of the demo read at its address. Numbers that
// end in 97 are not active, those that end in 98 never say that they arrived; all others get their message.

const modes = ["none", "slow", "error", "timeout-after-effect", "duplicate", "undeliverable"] as const;
type Mode = (typeof modes)[number];
type Body = Readonly<Record<string, unknown>>;
type Message = { readonly to: string; readonly text: string; readonly lost: boolean };
type Answer = { readonly status: number; readonly body: object | string } | "cut the line" | "answer late";

const SLOW_MS = 30_000;
const KEPT = 5_000;
const messages = new Map<string, Message>();
let fault: { mode: Mode; left: number } = { mode: "none", left: 0 };
let previous: object = { reference: "earlier", status: "delivered" };

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  process.stdout.write(`sms gateway listens on ${port}\n`);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
    process.exit(0);
  });
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.method === "POST" ? await bodyOf(request) : null;
  const answer = decide(`${request.method} ${request.url}`, body);
  if (answer === "cut the line") response.destroy();
  else if (answer === "answer late")
    setTimeout(() => send(response, { status: 200, body: previous }), SLOW_MS).unref();
  else send(response, answer);
}

function decide(request: string, body: Body | null): Answer {
  if (request === "GET /") return { status: 200, body: inboxPage() };
  if (request === "GET /health") return { status: 200, body: { status: "up", messages: messages.size } };
  if (request === "GET /_messages") return { status: 200, body: inbox() };
  if (request === "POST /_faults" && body) return setFault(body);
  if (request === "POST /messages" && body) return take(body);
  if (request === "POST /deliveries" && body) return deliveryOf(String(body.reference ?? ""));
  return { status: 404, body: { status: "unknown" } };
}

function setFault({ mode: wanted, count }: Body): Answer {
  const mode = modes.find((known) => known === wanted);
  if (!mode) return { status: 400, body: { modes } };
  fault = { mode, left: typeof count === "number" ? count : Number.POSITIVE_INFINITY };
  return { status: 200, body: { mode } };
}

/** Takes a message once a reference. */
function take({ reference, to, text }: Body): Answer {
  const mode = takeFault();
  if (mode === "error") return { status: 503, body: { status: "down" } };
  if (typeof reference !== "string" || typeof to !== "string" || typeof text !== "string")
    return { status: 400, body: { status: "reference, to, text" } };
  if (!messages.has(reference)) messages.set(reference, { to, text, lost: mode === "undeliverable" });
  const [oldest] = messages.keys();
  if (messages.size > KEPT && oldest) messages.delete(oldest);
  const earlier = previous;
  previous = { reference, ...stateOf(reference, "sent") };
  if (mode === "slow") return "answer late";
  if (mode === "timeout-after-effect") return "cut the line";
  return { status: 200, body: mode === "duplicate" ? earlier : previous };
}

function deliveryOf(reference: string): Answer {
  if (!messages.has(reference)) return { status: 404, body: { status: "unknown" } };
  return { status: 200, body: { reference, ...stateOf(reference, "delivered") } };
}

function stateOf(reference: string, normal: "sent" | "delivered"): object {
  const message = messages.get(reference);
  if (message?.lost) return { status: "failed", reason: "not-possible" };
  if (message?.to.endsWith("97")) return { status: "failed", reason: "number-not-active" };
  return { status: message?.to.endsWith("98") ? "sent" : normal };
}

function takeFault(): Mode {
  if (fault.left <= 0) return "none";
  fault.left -= 1;
  return fault.mode;
}

/** What arrived on phones, the newest first. */
function inbox(): { readonly to: string; readonly text: string }[] {
  return [...messages.values()]
    .filter(({ to, lost }) => !lost && !/9[78]$/.test(to))
    .map(({ to, text }) => ({ to, text }))
    .reverse();
}

function inboxPage(): string {
  const rows = inbox()
    .slice(0, 100)
    .map(({ to, text }) => `<li><b>${escaped(to)}</b><p>${escaped(text)}</p></li>`);
  return `<!doctype html><html lang="id"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="refresh" content="5"><title>SMS (simulasi)</title><style>body{font:17px/1.5 system-ui,sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}li{margin:0 0 1rem;list-style:none;border-left:4px solid #0e5257;padding-left:1rem}ul{padding:0}p{margin:0}</style><h1>SMS (simulasi)</h1>${rows.length > 0 ? `<ul>${rows.join("")}</ul>` : "<p>Belum ada pesan.</p>"}</html>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

async function bodyOf(request: IncomingMessage): Promise<Body | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString("utf8"));
    return typeof body === "object" && body !== null ? Object.fromEntries(Object.entries(body)) : null;
  } catch {
    return null;
  }
}

function send(
  response: ServerResponse,
  { status, body }: { readonly status: number; readonly body: object | string },
) {
  const type = typeof body === "string" ? "text/html; charset=utf-8" : "application/json";
  response
    .writeHead(status, { "content-type": type })
    .end(typeof body === "string" ? body : JSON.stringify(body));
}
