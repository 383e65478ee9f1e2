import { z } from "zod";
import { env } from "#env.ts";
import { askPartner } from "../ask-partner.ts";
import { circuitBreaker } from "../circuit-breaker.ts";
import type { ShortMessage, SmsOutcome } from "./port.ts";

const breaker = circuitBreaker({ failures: 20, pauseMs: 5_000, now: () => performance.now() });

const answerShape = z
  .object({ reference: z.string() })
  .and(
    z.union([
      z.object({ status: z.enum(["sent", "delivered"]) }),
      z.object({ status: z.literal("failed"), reason: z.enum(["number-not-active", "not-possible"]) }),
    ]),
  );

/** Hands a short message to the gateway; safe to repeat under its reference. Never throws: what went wrong is an outcome. */
export function sendShortMessage(message: ShortMessage): Promise<SmsOutcome> {
  return ask("/messages", message);
}

/** Where a message is now. */
export function findDelivery(reference: string): Promise<SmsOutcome> {
  return ask("/deliveries", { reference });
}

async function ask(path: string, body: { readonly reference: string }): Promise<SmsOutcome> {
  const reply = await askPartner({ url: `${env().SMS_URL}${path}`, body, breaker });
  if (reply.outcome === "unknown") return reply;
  const read = answerShape.safeParse(reply.body);
  if (!read.success || read.data.reference !== body.reference)
    return { outcome: "unknown", reason: "unreadable answer" };
  const { reference: _, ...delivery } = read.data;
  return { outcome: "answered", ...delivery };
}
