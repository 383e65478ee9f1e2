import { addSeconds } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { DueDelivery, TryOutcome, WebhookEvent } from "../types/webhooks.ts";

/** Seconds after which a try counts as lost with its worker. */
const LEASE_SECONDS = 300;

type NewDelivery = {
  readonly id: string;
  readonly clientCode: string;
  readonly event: WebhookEvent;
  readonly subject: string;
  readonly reference: string;
  readonly body: string;
  readonly createdAt: Date;
};

/** Puts deliveries into the book, each due at once; one that stands there already stays as it is. */
export async function insertDeliveries(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  await tx.webhookDelivery.createMany({
    data: deliveries.map((delivery) => ({ ...delivery, nextAt: delivery.createdAt })),
    skipDuplicates: true,
  });
}

type Row = {
  readonly id: string;
  readonly event: string;
  readonly body: string;
  readonly tries: number;
  readonly url: string | null;
  readonly key: Uint8Array | null;
  readonly machineNow: Date;
};

/** Takes due deliveries for one try each, oldest first; another worker does not get them meanwhile. */
export async function takeDueDeliveries(tx: Transaction, now: Date, limit: number): Promise<DueDelivery[]> {
  const rows = await tx.$queryRaw<Row[]>`
    UPDATE webhook_delivery d SET tries = d.tries + 1, next_at = ${addSeconds(now, LEASE_SECONDS)}
    FROM (SELECT id FROM webhook_delivery WHERE next_at <= ${now} ORDER BY next_at LIMIT ${limit}
      FOR UPDATE SKIP LOCKED) due, partner_client c
    WHERE d.id = due.id AND c.code = d.client_code
    RETURNING d.id, d.event, d.body, d.tries::int, now() AS "machineNow",
      CASE WHEN c.revoked_at IS NULL THEN c.webhook_url END AS url, c.webhook_key_cipher AS key`;
  return rows.map(({ url, key, ...row }) => ({
    ...row,
    target: url && key ? { url, key: decryptField(key) } : null,
  }));
}

/** Writes a try down and what comes after it. */
export async function settleDelivery(
  tx: Transaction,
  delivery: { readonly id: string; readonly tries: number },
  outcome: TryOutcome,
  after: { readonly at: Date; readonly retryAt: Date | null; readonly isDelivered: boolean },
): Promise<void> {
  await tx.webhookAttempt.create({
    data: { deliveryId: delivery.id, number: delivery.tries, at: after.at, ...outcome },
  });
  await tx.webhookDelivery.update({
    where: { id: delivery.id },
    data: {
      nextAt: after.retryAt,
      deliveredAt: after.isDelivered ? after.at : null,
      givenUpAt: after.isDelivered || after.retryAt ? null : after.at,
    },
  });
}
