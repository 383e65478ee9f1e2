import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { DeliveryLine, ToldPurchase, TryOutcome, WebhookListener } from "../types/webhooks.ts";

const failures = ["status", "timeout", "address", "network"] as const;

/** A purchase as its partners are told of it; null when there is none. */
export async function findToldPurchase(purchaseId: string): Promise<ToldPurchase | null> {
  const [row] = await database().$queryRaw<(Omit<ToldPurchase, "amount"> & { amount: bigint })[]>`
    SELECT p.id AS "purchaseId", p.invoice_code AS "invoiceCode", p.transaction_code AS "transactionCode",
      p.redeem_code AS "redeemCode", c.code AS "courseCode", s.code AS "scheduleCode", p.price AS amount,
      p.provider_slug AS "providerSlug", p.platform_slug AS "platformSlug"
    FROM purchase p JOIN course c ON c.id = p.course_id JOIN course_schedule s ON s.id = p.schedule_id
    WHERE p.id = ${purchaseId}::uuid`;
  return row ? { ...row, amount: Number(row.amount) } : null;
}

/** The trainings that a revocation took from somebody: neither finished nor given back. */
export async function findUnfinishedPurchases(participantId: ParticipantId): Promise<readonly string[]> {
  const rows = await database().purchase.findMany({
    where: { participantId, status: { in: ["bought", "redeemed", "forfeited"] } },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** The clients of a purchase's provider and platform that left an address for being told. */
export async function findListeners(
  purchase: Pick<ToldPurchase, "providerSlug" | "platformSlug">,
): Promise<readonly WebhookListener[]> {
  const rows = await database().partnerClient.findMany({
    where: {
      revokedAt: null,
      webhookUrl: { not: null },
      webhookKeyCipher: { not: null },
      OR: [
        { kind: "provider", ownerSlug: purchase.providerSlug },
        { kind: "platform", ownerSlug: purchase.platformSlug },
      ],
    },
    select: { code: true, kind: true },
  });
  return rows.map(({ code, kind }) => ({ clientCode: code, kind }));
}

/**
 * What one partner's clients were told, newest first, with every try; for the partner's own page. `before` is the id of
 * the last line of the page before.
 */
export async function findDeliveries(
  owner: { readonly kind: "provider" | "platform"; readonly slug: string },
  page: { readonly before?: string; readonly size: number },
): Promise<{ readonly lines: readonly DeliveryLine[]; readonly next: string | null }> {
  const clients = await database().partnerClient.findMany({
    where: { kind: owner.kind, ownerSlug: owner.slug },
    select: { code: true },
  });
  const rows = await database().webhookDelivery.findMany({
    where: {
      clientCode: { in: clients.map(({ code }) => code) },
      ...(page.before ? { id: { lt: page.before } } : {}),
    },
    orderBy: { id: "desc" },
    take: page.size + 1,
    include: { attempts: { orderBy: { number: "asc" } } },
  });
  const lines = rows.slice(0, page.size).map((row) => ({
    ...{ id: row.id, event: row.event, reference: row.reference },
    ...{ createdAt: row.createdAt, nextAt: row.nextAt, state: stateOf(row) },
    tries: row.attempts.map(({ at, status, failure, milliseconds }) => ({
      ...{ at, status, milliseconds, failure: failureOf(failure) },
    })),
  }));
  return { lines, next: rows.length > page.size ? (lines.at(-1)?.id ?? null) : null };
}

function stateOf(row: {
  readonly deliveredAt: Date | null;
  readonly givenUpAt: Date | null;
}): DeliveryLine["state"] {
  if (row.deliveredAt) return "delivered";
  return row.givenUpAt ? "given-up" : "waiting";
}

function failureOf(text: string | null): TryOutcome["failure"] {
  return failures.find((failure) => failure === text) ?? null;
}
