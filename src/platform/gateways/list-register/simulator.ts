import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { entriesOf, isRegisterName, type ListEntry, registerNames } from "./simulator-entries.ts";

// A register that knows people by their NIK, simulated: started once for each register (REGISTER), so that each is slow,
// down or wrong by itself. It answers with the latest entry it holds, also one that has ended, or with none.

const modes = ["none", "slow", "error", "timeout-after-effect", "duplicate", "wrong", "contradict"] as const;
type Mode = (typeof modes)[number];
type Body = Readonly<Record<string, unknown>>;
type Answer = { readonly status: number; readonly body: object } | "cut the line" | "answer late";

const SLOW_MS = 30_000;
const name = process.env.REGISTER ?? "";
if (!isRegisterName(name)) throw new Error(`REGISTER is one of ${registerNames.join(", ")}`);
const entries = entriesOf(name);
let fault: { mode: Mode; left: number } = { mode: "none", left: 0 };
let previous: object = { reference: "earlier", entry: null };
let asked = 0;

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  process.stdout.write(`${name} register listens on ${port}\n`);
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
  if (answer === "cut the line") {
    response.destroy();
  } else if (answer === "answer late") {
    setTimeout(() => send(response, { status: 200, body: previous }), SLOW_MS).unref();
  } else {
    send(response, answer);
  }
}

function decide(request: string, body: Body | null): Answer {
  if (request === "GET /health") return { status: 200, body: { status: "up", register: name, asked } };
  if (request === "POST /_faults" && body) return setFault(body);
  if (request === "POST /_entries" && body) return addEntry(body);
  if (request === "POST /lookups" && body) return lookUp(body);
  return { status: 404, body: { status: "unknown" } };
}

function setFault({ mode: wanted, count }: Body): Answer {
  const mode = modes.find((known) => known === wanted);
  if (!mode) return { status: 400, body: { modes } };
  fault = { mode, left: typeof count === "number" ? count : Number.POSITIVE_INFINITY };
  return { status: 200, body: { mode } };
}

/** {nik, kind, since?, until?}; without a kind the NIK is struck off the list. */
function addEntry({ nik, kind, since, until }: Body): Answer {
  if (typeof nik !== "string") return { status: 400, body: { status: "which NIK?" } };
  entries.set(
    nik,
    typeof kind === "string" ? { kind, since: textOf(since) ?? "2024-01-01", until: textOf(until) } : null,
  );
  return { status: 200, body: { status: "listed" } };
}

function lookUp(body: Body): Answer {
  const mode = takeFault();
  asked += 1;
  const lookup = { reference: body.reference, entry: entries.of(String(body.nik ?? "")) };
  const earlier = previous;
  previous = lookup;
  switch (mode) {
    case "slow":
      return "answer late";
    case "error":
      return { status: 503, body: { status: "down" } };
    case "timeout-after-effect":
      return "cut the line";
    case "duplicate":
      return { status: 200, body: earlier };
    case "wrong":
      return { status: 200, body: { ...lookup, entry: "?" } };
    case "contradict":
      return { status: 200, body: { ...lookup, entry: opposite(lookup.entry) } };
    default:
      return { status: 200, body: lookup };
  }
}

/** Says of everybody the opposite of what it holds, so that it disagrees with the other registers. */
function opposite(entry: ListEntry | null): ListEntry | null {
  return entry ? null : entries.example;
}

function takeFault(): Mode {
  if (fault.left <= 0) return "none";
  fault.left -= 1;
  return fault.mode;
}

function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
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
  { status, body }: { readonly status: number; readonly body: object },
) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
