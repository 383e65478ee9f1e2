import { once } from "node:events";
import { below } from "#kernel/random.ts";
import { realChance } from "#platform/db/chance.ts";
import type { CircuitBreaker } from "./circuit-breaker.ts";

/** A question that changes nothing at the partner, so that it may be asked twice. */
export type Question = {
  readonly url: string;
  readonly body: object;
  readonly breaker: CircuitBreaker;
};

export type Reply =
  | { readonly outcome: "answered"; readonly body: unknown }
  /** Not reached, silence, or a fault of the partner: ask again later. */
  | { readonly outcome: "unknown"; readonly reason: string };

/** Milliseconds one try may take, and the shortest and longest pause before the second. */
const PATIENCE_MS = 3_000;
const PAUSE_MS = { least: 100, more: 200 };

/**
 * Asks a partner over HTTP. A partner that says at once that it cannot is asked a second time after a moment; one that
 * is silent is not, because whoever asks has other things to do and comes back. Never throws: what went wrong is an outcome.
 */
export async function askPartner(question: Question): Promise<Reply> {
  const first = await tryOnce(question);
  if (first.reply.outcome === "answered" || !first.isWorthAnother) return first.reply;
  await once(AbortSignal.timeout(PAUSE_MS.least + below(realChance, PAUSE_MS.more)), "abort");
  return (await tryOnce(question)).reply;
}

type Try = { readonly reply: Reply; readonly isWorthAnother: boolean };

async function tryOnce({ url, body, breaker }: Question): Promise<Try> {
  if (!breaker.isClosed()) return failed("the partner does not answer", false);
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    breaker.record(response.status < 500);
    if (!response.ok) return failed(`status ${response.status}`, response.status >= 500);
    return { reply: { outcome: "answered", body: readJson(text) }, isWorthAnother: false };
  } catch (error) {
    breaker.record(false);
    const name = error instanceof Error ? error.name : "no answer";
    return failed(name, name !== "TimeoutError");
  }
}

function failed(reason: string, isWorthAnother: boolean): Try {
  return { reply: { outcome: "unknown", reason }, isWorthAnother };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
