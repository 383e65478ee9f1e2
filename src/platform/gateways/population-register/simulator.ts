import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { compareNames, type NameComparison } from "#kernel/name-comparison.ts";

// The population register, simulated: a process of its own, for demos and tests. Every invented NIK has a serial that
// starts with 9; the serials below do not agree with what is said of them, so that every refusal can be seen. Of a
// person who was added it knows the name and compares; of everybody else it agrees with whatever is said.

const modes = ["none", "slow", "error", "timeout-after-effect", "duplicate", "wrong", "contradict"] as const;
type Mode = (typeof modes)[number];
type Agreement = Record<"exists" | "familyCard" | "birthDate" | "mother", boolean> & {
  readonly name: NameComparison;
};

const agreeing: Agreement = {
  exists: true,
  familyCard: true,
  name: "same",
  birthDate: true,
  mother: true,
};
const unknownNik: Agreement = {
  exists: false,
  familyCard: false,
  name: "different",
  birthDate: false,
  mother: false,
};
const special: Readonly<Record<string, Agreement>> = {
  "9004": unknownNik,
  "9005": { ...agreeing, name: "different" },
  "9006": { ...agreeing, mother: false },
  "9007": { ...agreeing, familyCard: false },
  "9008": { ...agreeing, birthDate: false },
  "9009": { ...agreeing, name: "similar" },
};

const SLOW_MS = 30_000;
const names = new Map<string, string>();
let fault: { mode: Mode; left: number } = { mode: "none", left: 0 };
let previous: object | undefined;
let asked = 0;

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.destroy());
});
server.listen(Number(process.env.PORT ?? 0), "127.0.0.1", () => {
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  process.stdout.write(`population register listens on ${port}\n`);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) {
  process.on(signal, () => {
    server.close();
    server.closeAllConnections();
    process.exit(0);
  });
}

type Answer = { readonly status: number; readonly body: object } | "cut the line" | "answer late";

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = request.method === "POST" ? await bodyOf(request) : null;
  const answer = decide(`${request.method} ${request.url}`, body);
  if (answer === "cut the line") {
    response.destroy();
  } else if (answer === "answer late") {
    setTimeout(() => send(response, { status: 200, body: previous ?? {} }), SLOW_MS).unref();
  } else {
    send(response, answer);
  }
}

function decide(request: string, body: Record<string, unknown> | null): Answer {
  if (request === "GET /health") return { status: 200, body: { status: "up", asked } };
  if (request === "POST /_faults" && body) return setFault(body);
  if (request === "POST /_entries" && body) return addPerson(body);
  if (request === "POST /comparisons" && body) return compare(body);
  return { status: 404, body: { status: "unknown" } };
}

function setFault(body: Record<string, unknown>): Answer {
  const mode = modes.find((known) => known === body.mode);
  if (!mode) return { status: 400, body: { modes } };
  fault = { mode, left: typeof body.count === "number" ? body.count : Number.POSITIVE_INFINITY };
  return { status: 200, body: { mode } };
}

/** {nik, fullName}: the name as this register writes it. */
function addPerson({ nik, fullName }: Record<string, unknown>): Answer {
  names.set(String(nik), String(fullName));
  return { status: 200, body: { status: "added" } };
}

function compare(body: Record<string, unknown>): Answer {
  const mode = takeFault();
  asked += 1;
  const comparison = { reference: body.reference, ...agreementFor(body) };
  const earlier = previous ?? { reference: "earlier", ...agreeing };
  previous = comparison;
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
      return { status: 200, body: { status: "ok", data: "?" } };
    case "contradict":
      return { status: 200, body: { reference: body.reference, ...unknownNik } };
    default:
      return { status: 200, body: comparison };
  }
}

function takeFault(): Mode {
  if (fault.left <= 0) return "none";
  fault.left -= 1;
  return fault.mode;
}

function agreementFor(said: Record<string, unknown>): Agreement {
  const nik = String(said.nik ?? "");
  const name = names.get(nik);
  const serial = nik.slice(-4);
  if (!/^\d{16}$/.test(nik) || !serial.startsWith("9")) return unknownNik;
  if (name !== undefined) return { ...agreeing, name: compareNames(name, String(said.fullName ?? "")) };
  return special[serial] ?? agreeing;
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown> | null> {
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
