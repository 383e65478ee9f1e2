import { z } from "zod";
import { env } from "#env.ts";
import { circuitBreaker } from "#platform/gateways/circuit-breaker.ts";
import type { IdentityClaim, RegisterOutcome } from "./port.ts";

/** Milliseconds a call may take. The register only reads, so asking again is always safe; the caller does, later. */
const PATIENCE_MS = 3_000;
const breaker = circuitBreaker({ failures: 20, pauseMs: 5_000, now: () => performance.now() });

const answerShape = z.object({
  reference: z.string(),
  exists: z.boolean(),
  familyCard: z.boolean(),
  name: z.boolean(),
  birthDate: z.boolean(),
  mother: z.boolean(),
});

/** Compares a claim with the population register. Never throws: what went wrong is an outcome. */
export async function compareIdentity(reference: string, claim: IdentityClaim): Promise<RegisterOutcome> {
  if (!breaker.isClosed()) return { outcome: "unknown", reason: "the register does not answer" };
  try {
    const response = await fetch(`${env().POPULATION_REGISTER_URL}/comparisons`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ reference, ...claim }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await response.text();
    breaker.record(response.status < 500);
    return response.ok ? readAnswer(reference, text) : unknown(`status ${response.status}`);
  } catch (error) {
    breaker.record(false);
    return unknown(error instanceof Error ? error.name : "no answer");
  }
}

/** An answer to another question, or of another shape, says nothing about this one. */
function readAnswer(reference: string, text: string): RegisterOutcome {
  const read = answerShape.safeParse(readJson(text));
  if (!read.success || read.data.reference !== reference) return unknown("unreadable answer");
  const { reference: _, ...agreement } = read.data;
  return { outcome: "answered", agreement };
}

function unknown(reason: string): RegisterOutcome {
  return { outcome: "unknown", reason };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
