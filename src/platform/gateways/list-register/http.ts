import { z } from "zod";
import { askPartner } from "#platform/gateways/ask-partner.ts";
import { circuitBreaker } from "#platform/gateways/circuit-breaker.ts";
import type { LookUp } from "./port.ts";

/**
 * Opens one register that is a list of NIKs. Each has an address, a circuit breaker and words of its own; a word that
 * is not known here says nothing, so that nobody is turned away for a reason that nobody can explain.
 */
export function openListRegister<const Kinds extends readonly [string, ...string[]]>(
  kinds: Kinds,
  addressOf: () => string,
): LookUp<Kinds[number]> {
  const breaker = circuitBreaker({ failures: 20, pauseMs: 5_000, now: () => performance.now() });
  const answerShape = z.object({
    reference: z.string(),
    entry: z.object({ kind: z.enum(kinds), since: z.iso.date(), until: z.iso.date().nullable() }).nullable(),
  });
  return async (reference, nik) => {
    const url = `${addressOf()}/lookups`;
    const reply = await askPartner({ url, breaker, body: { reference, nik } });
    if (reply.outcome === "unknown") return reply;
    const read = answerShape.safeParse(reply.body);
    // An answer to another question, or of another shape, says nothing about this one.
    if (!read.success || read.data.reference !== reference)
      return { outcome: "unknown", reason: "unreadable answer" };
    return { outcome: "answered", entry: read.data.entry };
  };
}
