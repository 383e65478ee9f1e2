import { z } from "zod";
import { env } from "#env.ts";
import { askPartner } from "#platform/gateways/ask-partner.ts";
import { circuitBreaker } from "#platform/gateways/circuit-breaker.ts";
import type { IdentityClaim, RegisterOutcome } from "./port.ts";

const breaker = circuitBreaker({ failures: 20, pauseMs: 5_000, now: () => performance.now() });

const answerShape = z.object({
  reference: z.string(),
  exists: z.boolean(),
  familyCard: z.boolean(),
  name: z.enum(["same", "similar", "different"]),
  birthDate: z.boolean(),
  mother: z.boolean(),
});

/** Compares a claim with the population register. Never throws: what went wrong is an outcome. */
export async function compareIdentity(reference: string, claim: IdentityClaim): Promise<RegisterOutcome> {
  const url = `${env().POPULATION_REGISTER_URL}/comparisons`;
  const reply = await askPartner({ url, breaker, body: { reference, ...claim } });
  if (reply.outcome === "unknown") return reply;
  const read = answerShape.safeParse(reply.body);
  // An answer to another question, or of another shape, says nothing about this one.
  if (!read.success || read.data.reference !== reference)
    return { outcome: "unknown", reason: "unreadable answer" };
  const { reference: _, ...agreement } = read.data;
  return { outcome: "answered", agreement };
}
