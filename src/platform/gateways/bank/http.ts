import { z } from "zod";
import { env } from "#env.ts";
import { circuitBreaker } from "../circuit-breaker.ts";
import type {
  BankAccount,
  FoundPayment,
  HolderClaim,
  InquiryOutcome,
  PaymentOutcome,
  PaymentRequest,
} from "./port.ts";

/** Milliseconds a call may take. The queue and the programme's clock try again; here is no retry. */
const PATIENCE_MS = 3_000;
const breaker = circuitBreaker({ failures: 40, pauseMs: 2_000, now: () => performance.now() });

const inquiryAnswer = z.object({
  exists: z.boolean(),
  active: z.boolean(),
  nikMatches: z.boolean(),
  nameMatches: z.boolean(),
  holderName: z.string().nullable(),
});

const paymentAnswer = z.discriminatedUnion("status", [
  z.object({ status: z.literal("paid"), key: z.string(), reference: z.string().min(1) }),
  z.object({
    status: z.literal("refused"),
    key: z.string(),
    reason: z.enum(["not-found", "inactive", "name-mismatch", "limit"]),
  }),
]);

/** Asks whose account it is, before any money goes there. Never throws: what went wrong is an outcome. */
export async function inquireAccount(account: BankAccount, claim: HolderClaim): Promise<InquiryOutcome> {
  const answer = await call("POST", "/inquiry", { ...account, identity: claim });
  if (answer.status !== 200) return { outcome: "unknown", reason: answer.problem };
  const read = inquiryAnswer.safeParse(answer.body);
  if (!read.success) return { outcome: "unknown", reason: "unreadable answer" };
  const { exists, active, nikMatches, nameMatches, holderName } = read.data;
  const belongsToClaim = nikMatches && nameMatches;
  return { outcome: "answered", exists, active, belongsToClaim, holderName };
}

/** Orders one transfer. Sending the same key again is safe and gives the same answer. */
export async function payOut(request: PaymentRequest): Promise<PaymentOutcome> {
  const answer = await call("POST", "/payments", { ...request, amount: Number(request.amount) });
  if (answer.status !== 200) return { outcome: "unknown", reason: answer.problem };
  return readPayment(answer.body, request.key);
}

/** What became of a key. */
export async function findPayment(key: string): Promise<FoundPayment> {
  const answer = await call("GET", `/payments/${key}`);
  if (answer.status === 404 && isOwn404(answer.body)) return { outcome: "absent" };
  if (answer.status !== 200) return { outcome: "unknown", reason: answer.problem };
  return readPayment(answer.body, key);
}

/** An answer about another key, or of another shape, says nothing about this one. */
function readPayment(body: unknown, key: string): PaymentOutcome {
  const read = paymentAnswer.safeParse(body);
  if (!read.success || read.data.key !== key) return { outcome: "unknown", reason: "unreadable answer" };
  return read.data.status === "paid"
    ? { outcome: "paid", reference: read.data.reference }
    : { outcome: "refused", reason: read.data.reason };
}

/** A 404 of a proxy on the way says nothing; the partner's own one says so in its body. */
function isOwn404(body: unknown): boolean {
  return z.object({ status: z.literal("unknown") }).safeParse(body).success;
}

type Answer = { readonly status: number; readonly body: unknown; readonly problem: string };

async function call(method: "GET" | "POST", path: string, body?: object): Promise<Answer> {
  if (!breaker.isClosed()) return { status: 0, body: null, problem: "the partner does not answer" };
  try {
    const response = await fetch(`${env().BANK_URL}${path}`, {
      method,
      body: body && JSON.stringify(body),
      headers: body ? { "content-type": "application/json" } : {},
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    breaker.record(response.status < 500);
    return { status: response.status, body: readJson(text), problem: `status ${response.status}` };
  } catch (error) {
    breaker.record(false);
    return { status: 0, body: null, problem: error instanceof Error ? error.name : "no answer" };
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
