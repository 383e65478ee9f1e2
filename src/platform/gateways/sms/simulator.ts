import { type Answer, type Body, openFaults, serve } from "../simulator-server.ts";

// The SMS gateway, simulated: a process of its own with an inbox that people of the demo read at its address. Numbers that
// end in 97 are not active, those that end in 98 never say that they arrived; all others get their message.

type Message = { readonly to: string; readonly text: string; readonly lost: boolean };

const KEPT = 5_000;
const messages = new Map<string, Message>();
const faults = openFaults(["none", "slow", "error", "timeout-after-effect", "duplicate", "undeliverable"]);
let previous: object = { reference: "earlier", status: "delivered" };

serve("sms gateway", decide);

function decide(request: string, body: Body | null): Answer {
  if (request === "GET /") return { status: 200, body: inboxPage() };
  if (request === "GET /health") return { status: 200, body: { status: "up", messages: messages.size } };
  if (request === "GET /_messages") return { status: 200, body: inbox() };
  if (request === "POST /_faults" && body) return faults.set(body);
  if (request === "POST /messages" && body) return take(body);
  if (request === "POST /deliveries" && body) return deliveryOf(String(body.reference ?? ""));
  return { status: 404, body: { status: "unknown" } };
}

/** Takes a message once a reference. */
function take({ reference, to, text }: Body): Answer {
  const mode = faults.take();
  if (mode === "error") return { status: 503, body: { status: "down" } };
  if (typeof reference !== "string" || typeof to !== "string" || typeof text !== "string")
    return { status: 400, body: { status: "reference, to, text" } };
  if (!messages.has(reference)) messages.set(reference, { to, text, lost: mode === "undeliverable" });
  const [oldest] = messages.keys();
  if (messages.size > KEPT && oldest) messages.delete(oldest);
  const earlier = previous;
  const answered = { reference, ...stateOf(reference, "sent") };
  previous = answered;
  if (mode === "slow") return { status: 200, body: answered, isLate: true };
  if (mode === "timeout-after-effect") return "cut the line";
  return { status: 200, body: mode === "duplicate" ? earlier : answered };
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
