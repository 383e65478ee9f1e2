import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { digitsOf } from "./digits.ts";
import type { CodeChannel, CodePurpose } from "./rules.ts";

// On its way: what the worker sends and asks about.

export type CodeToSend = {
  readonly codeId: string;
  readonly holderId: string;
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  readonly destination: string;
  readonly digits: string;
  readonly expiresAt: Date;
};

/** Why a code did not arrive; each has a sentence in the messages of "codes". */
export type DeliveryFailure =
  | "number-not-active"
  | "not-possible"
  | "address-unknown"
  | "mailbox-full"
  | "too-late";

export type CodeDelivery =
  | { readonly status: "sent" | "delivered" }
  /** Still to be tried, although something is known to stand in the way. */
  | { readonly status: "queued"; readonly reason: DeliveryFailure }
  | { readonly status: "failed"; readonly reason: DeliveryFailure };

/** A code that still waits to be sent; null when it was sent or used in the meantime. */
export async function findCodeToSend(codeId: string): Promise<CodeToSend | null> {
  const row = await database().oneTimeCode.findFirst({
    where: { id: codeId, delivery: "queued", usedAt: null },
  });
  return (
    row && {
      codeId,
      holderId: row.holderId,
      purpose: row.purpose,
      channel: row.channel,
      destination: decryptField(row.destinationCipher),
      digits: digitsOf(codeId),
      expiresAt: row.expiresAt,
    }
  );
}

/** Writes down where a code is, at once and outside a transaction. What is delivered or lost does not change any more. */
export async function noteDelivery(codeId: string, delivery: CodeDelivery, now: Date): Promise<void> {
  await database().oneTimeCode.updateMany({
    where: { id: codeId, delivery: { in: ["queued", "sent"] } },
    data: {
      delivery: delivery.status,
      deliveryReason: "reason" in delivery ? delivery.reason : null,
      deliveryAt: now,
    },
  });
}

/** Seconds after which nobody waits for a message any more. */
const FOLLOWED = 15 * 60;

/** Short messages that were handed over and have not said yet that they arrived; those asked about longest ago first. */
export async function findCodesUnderWay(now: Date, limit: number): Promise<readonly string[]> {
  const rows = await database().oneTimeCode.findMany({
    where: { channel: "sms", delivery: "sent", createdAt: { gt: addSeconds(now, -FOLLOWED) } },
    select: { id: true },
    orderBy: { deliveryAt: "asc" },
    take: limit,
  });
  return rows.map(({ id }) => id);
}
