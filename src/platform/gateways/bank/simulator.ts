import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { openBook, type PaymentOrder } from "./simulator-book.ts";
import { type Fault, type FaultOrder, openFaults } from "./simulator-faults.ts";

/**
 * The banks and the e-money provider behind one switch, invented. What an account answers depends on the last digits
 * of its number: 00 does not exist, 01 is inactive, 02 belongs to somebody else, 03 takes no more money; every other
 * belongs to whoever asks. A payment is recorded under its key once; the same key gets the same answer for ever.
 */
const INSTITUTIONS = ["bank-nusa", "bank-lestari", "dompet-awan"];
const book = openBook(process.env.STATE_FILE);
const faults = openFaults();

type Body = Record<string, unknown>;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", "http://simulator");
  handle(request, response, url).catch(() => answer(response, 400, { error: "not understood" }));
});

async function handle(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const { pathname } = url;
  if (request.method === "POST" && pathname === "/_faults") {
    const order = (await readBody(request)) as FaultOrder;
    faults.set(order);
    return answer(response, 200, order);
  }
  if (request.method === "GET" && pathname === "/payments")
    return answer(response, 200, url.searchParams.has("list") ? book.list() : book.totals());
  const body = request.method === "POST" ? await readBody(request) : {};
  await withFault(faults.take(request.method), response, () => {
    if (request.method === "POST" && pathname === "/inquiry") return inquire(body);
    if (request.method === "POST" && pathname === "/payments") return pay(body);
    if (request.method === "GET" && pathname.startsWith("/payments/")) return find(pathname.slice(10));
    return [404, { error: "no such address" }];
  });
}

type Reply = readonly [status: number, body: unknown];

/** Does the work, unless or until the fault of this call strikes. */
async function withFault(fault: Fault, response: ServerResponse, work: () => Reply): Promise<void> {
  if (fault.mode === "error") return answer(response, 500, { error: "fault before effect" });
  if (fault.mode === "slow") await pause(fault.delayMs);
  const [status, body] = work();
  if (fault.mode === "duplicate") work();
  // The answer is lost: the caller hears nothing until it gives up.
  if (fault.mode === "timeout-after-effect") return;
  if (fault.mode === "wrong")
    return answer(response, status, { status: "paid", key: "another", reference: "" });
  answer(response, status, body);
}

function inquire({ institution, number, identity }: Body): Reply {
  const last = String(number).slice(-2);
  const claim = identity as Body | undefined;
  const exists = INSTITUTIONS.includes(String(institution)) && last !== "00";
  const matches = exists && last !== "02";
  return [
    200,
    {
      exists,
      active: exists && last !== "01",
      nikMatches: matches,
      nameMatches: matches,
      holderName: matches ? String(claim?.name ?? "") : null,
    },
  ];
}

const REFUSALS: Readonly<Record<string, string>> = {
  "00": "not-found",
  "01": "inactive",
  "02": "name-mismatch",
  "03": "limit",
};

function pay({ key, institution, number, amount }: Body): Reply {
  const order: PaymentOrder = {
    key: String(key),
    account: `${institution}:${number}`,
    amount: Number(amount),
    refusal: REFUSALS[String(number).slice(-2)] ?? null,
  };
  if (!/^[0-9a-f-]{36}$/.test(order.key) || !Number.isSafeInteger(order.amount) || order.amount <= 0)
    return [400, { error: "not a payment" }];
  const recorded = book.record(order);
  if (!recorded) return [409, { error: "this key belongs to another payment" }];
  return [200, recorded];
}

function find(key: string): Reply {
  const recorded = book.find(key);
  return recorded ? [200, recorded] : [404, { status: "unknown", key }];
}

async function readBody(request: IncomingMessage): Promise<Body> {
  let text = "";
  for await (const piece of request.setEncoding("utf8")) text += piece;
  return JSON.parse(text) as Body;
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, milliseconds));
}

server.listen(Number(process.env.PORT ?? 3103), "127.0.0.1", () => {
  const address = server.address();
  process.stdout.write(
    `bank simulator on port ${address && typeof address === "object" ? address.port : "?"}\n`,
  );
});

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
    book.close();
  });
}
