import { system } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { log } from "#platform/telemetry/log.ts";
import { letterBounced } from "../events.ts";
import { channelTo, goesBothWays, MESSAGE_TRIES, nextTry } from "../policy.ts";
import { settleEmail, takeDueEmails } from "../repository.ts";
import type { DueEmail } from "../types.ts";
import { deliverLetter, deliverShortMessage, type MessageOutcome } from "./deliver-message.ts";

const BATCH = 50;

/**
 * Sends what is due: a letter, or a short message to whoever has only a phone; answers how many left. A mail server or
 * gateway that is down only puts them off.
 */
export async function sendEmailsDue(now: Date): Promise<number> {
  const taken = await inOneTransaction(system, async (work) => ok(await takeDueEmails(work.tx, now, BATCH)), {
    now,
  });
  const due = taken.ok ? taken.value : [];
  const silent = new Set<MessageOutcome["channel"]>();
  let sent = 0;
  for (const message of due) {
    const result = await deliver(message, silent);
    if (result.outcome === "put off") continue;
    await settleEmail(message.id, settlementOf(result, message, now));
    if (result.outcome === "sent") sent += 1;
    else if (result.outcome !== "left")
      log.warn({ notification: message.id, ...result }, "a message did not leave");
    // Nobody answers: the others wait for the next look instead of a time-out each.
    if (result.outcome === "unknown") silent.add(result.channel);
    if (result.outcome === "refused" && result.bounce) await announceBounce(message, result.bounce, now);
  }
  return sent;
}

type Settled = Exclude<MessageOutcome, { readonly outcome: "put off" }>;

function settlementOf(result: Settled, { attempts }: DueEmail, now: Date) {
  if (result.outcome === "sent") return { emailedAt: now, emailDueAt: null };
  const isOver = result.outcome !== "unknown" || attempts >= MESSAGE_TRIES;
  return { emailedAt: null, emailDueAt: isOver ? null : nextTry(attempts, now) };
}

async function deliver(
  message: DueEmail,
  silent: ReadonlySet<MessageOutcome["channel"]>,
): Promise<MessageOutcome> {
  const addressee = await findAddressee(message.participantId as ParticipantId);
  const channel = addressee ? channelTo(addressee, message.kind) : null;
  if (!addressee || !channel) return { channel: "none", outcome: "left" };
  if (silent.has(channel)) return { channel, outcome: "put off" };
  if (channel === "email" && goesBothWays(addressee, message.kind)) {
    // The gateway knows a message by its reference: when the letter is tried again, the phone gets nothing twice.
    const short = await deliverShortMessage(message, addressee);
    if (short.outcome === "unknown") return short;
  }
  return channel === "email" ? deliverLetter(message, addressee) : deliverShortMessage(message, addressee);
}

async function announceBounce(
  { participantId }: DueEmail,
  bounce: Parameters<typeof letterBounced>[0]["bounce"],
  now: Date,
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => ok(await work.publish(letterBounced({ participantId, bounce }))),
    {
      now,
    },
  );
}
