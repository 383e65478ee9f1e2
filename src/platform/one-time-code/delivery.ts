import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { digitsOf } from "./digits.ts";
import type { CodeChannel, CodePurpose } from "./rules.ts";

export type CodeToSend = {
  readonly codeId: string;
  readonly holderId: string;
  readonly purpose: CodePurpose;
  readonly channel: CodeChannel;
  readonly destination: string;
  readonly digits: string;
};

export type CodeDelivery =
  | { readonly status: "sent" | "delivered" }
  | { readonly status: "failed"; readonly reason: string };

/** A code that still waits to be sent; null when it was sent, used or came too late. */
export async function findCodeToSend(codeId: string, now: Date): Promise<CodeToSend | null> {
  const row = await database().oneTimeCode.findFirst({
    where: { id: codeId, delivery: "queued", usedAt: null, expiresAt: { gt: now } },
  });
  return (
    row && {
      codeId,
      holderId: row.holderId,
      purpose: row.purpose,
      channel: row.channel,
      destination: decryptField(row.destinationCipher),
      digits: digitsOf(codeId),
    }
  );
}

/** Writes down where a code is. What is delivered or lost for good does not change any more. */
export async function noteDelivery(codeId: string, delivery: CodeDelivery, now: Date): Promise<void> {
  await database().oneTimeCode.updateMany({
    where: { id: codeId, delivery: { in: ["queued", "sent"] } },
    data: {
      delivery: delivery.status,
      deliveryReason: delivery.status === "failed" ? delivery.reason : null,
      deliveryAt: now,
    },
  });
}

/** Seconds after which nobody waits for a message any more. */
const FOLLOWED = 15 * 60;

/** Short messages that were handed over and have not said yet that they arrived. */
export async function findCodesUnderWay(now: Date, limit: number): Promise<readonly string[]> {
  const rows = await database().oneTimeCode.findMany({
    where: { channel: "sms", delivery: "sent", createdAt: { gt: addSeconds(now, -FOLLOWED) } },
    select: { id: true },
    orderBy: { createdAt: "asc" },
    take: limit,
  });
  return rows.map(({ id }) => id);
}
