import { createHash } from "node:crypto";
import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { identityOf } from "../policy.ts";
import { insertNotification } from "../repository.ts";
import type { Message, NotificationId } from "../types.ts";

/** Writes a message to a participant, once for the same facts; its e-mail follows by `sendEmailsDue`. */
export async function notify(
  work: Work,
  message: Message & { readonly participantId: string; readonly id: NotificationId },
): Promise<void> {
  await insertNotification(work.tx, { ...message, createdAt: work.now });
}

/** The same as a reaction to an event: its payload makes the id, so that a second arrival writes nothing. */
export async function notifyOnce(
  payload: { readonly participantId: string; readonly [fact: string]: unknown },
  message: Message,
): Promise<void> {
  await inOneTransaction(system, async (work) => {
    const id = idOf(identityOf(message.kind, payload, work.now));
    await notify(work, { ...message, id, participantId: payload.participantId });
    return ok();
  });
}

/** A UUID (version 8) of the first 16 bytes of the hash. */
function idOf(identity: string): NotificationId {
  const bytes = createHash("sha256").update(identity).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}` as NotificationId;
}
