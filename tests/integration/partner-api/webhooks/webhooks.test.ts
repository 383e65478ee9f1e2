import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findDeliveries } from "#features/partner-api/queries/webhooks.ts";
import {
  announceBoughtReaction,
  announceCancelledReaction,
  announceRevokedReaction,
} from "#features/partner-api/use-cases/announce-purchase.ts";
import { sendWebhooksDue } from "#features/partner-api/use-cases/send-webhooks.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { insertPurchase } from "../../../../prisma/seed/people.ts";
import { COURSE } from "../../../support/trainings.ts";
import { aBuyer } from "../payments/sale.ts";
import { aReceiver, isGenuine } from "./receiver.ts";

const KEY = "kunci-webhook";
let now: Date;
/** When the worker looks for the first time: what was announced meanwhile is due. */
let first: Date;
let receivers: Awaited<ReturnType<typeof aReceiver>>[];

beforeEach(async () => {
  now = new Date();
  first = addSeconds(now, 120);
  receivers = [];
  await database().partnerClient.updateMany({ data: { revokedAt: now } });
  await database().webhookDelivery.updateMany({
    where: { nextAt: { not: null } },
    data: { nextAt: null, givenUpAt: now },
  });
});

afterEach(async () => {
  await Promise.all(receivers.map((receiver) => receiver.close()));
});

async function aListener(kind: "provider" | "platform", statuses: readonly number[] = []) {
  const receiver = await aReceiver(statuses);
  receivers.push(receiver);
  const course = await database().course.findUniqueOrThrow({ where: { slug: COURSE } });
  const code = `dengar-${randomUUID().slice(0, 8)}`;
  const ownerSlug = kind === "provider" ? course.providerSlug : course.platformSlug;
  await database().partnerClient.create({
    data: {
      ...{ code, kind, ownerSlug, createdAt: now },
      signKeyCipher: encryptField("kunci"),
      webhookUrl: receiver.url,
      webhookKeyCipher: encryptField(KEY),
    },
  });
  return { code, ownerSlug, kind, receiver };
}

async function aPurchase() {
  const { id } = await aBuyer();
  const { purchaseId } = await insertPurchase(id, COURSE, now);
  return { participantId: id, purchaseId };
}

describe("a training was bought", () => {
  test("its provider and its platform are told, signed, and nothing is said of the person", async () => {
    const provider = await aListener("provider");
    const platform = await aListener("platform");
    const { participantId: sari, purchaseId } = await aPurchase();
    await announceBoughtReaction({ purchaseId });
    expect(await sendWebhooksDue(first)).toBe(2);
    const row = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    for (const { receiver } of [provider, platform]) {
      const [told] = receiver.received;
      if (!told) throw new Error("nothing came");
      expect(isGenuine(KEY, told)).toBe(true);
      expect(isGenuine("kunci lain", told)).toBe(false);
      expect(JSON.parse(told.body)).toMatchObject({
        id: told.headers["webhook-id"],
        event: "purchase.created",
        data: { invoice_code: row.invoiceCode, amount: Number(row.price) },
      });
      expect(told.body).not.toContain(sari);
    }
    expect(provider.receiver.received[0]?.body).toContain(row.redeemCode);
    expect(platform.receiver.received[0]?.body).not.toContain(row.redeemCode);
  });

  test("the event that comes twice is told once", async () => {
    const { receiver } = await aListener("provider");
    const { purchaseId } = await aPurchase();
    await announceBoughtReaction({ purchaseId });
    await announceBoughtReaction({ purchaseId });
    await Promise.all([sendWebhooksDue(first), sendWebhooksDue(first)]);
    await sendWebhooksDue(addSeconds(first, 3_600));
    expect(receiver.received).toHaveLength(1);
  });

  test("and cancelling is told as a fact of its own", async () => {
    const { receiver } = await aListener("platform");
    const { purchaseId } = await aPurchase();
    await announceBoughtReaction({ purchaseId });
    await announceCancelledReaction({ purchaseId });
    await sendWebhooksDue(first);
    const told = receiver.received.map(({ body }) => JSON.parse(body) as { id: string; event: string });
    expect(told.map(({ event }) => event).toSorted()).toEqual(["purchase.cancelled", "purchase.created"]);
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
  });
});

test("a revocation tells whoever teaches what is unfinished, and is silent about what was given back", async () => {
  const { receiver } = await aListener("provider");
  const { participantId: sari, purchaseId } = await aPurchase();
  await announceRevokedReaction({ participantId: sari });
  await database().purchase.update({
    where: { id: purchaseId },
    data: { status: "cancelled", cancelledAt: now, cancelCause: "participant" },
  });
  const other = await aPurchase();
  await database().purchase.update({
    where: { id: other.purchaseId },
    data: { status: "cancelled", cancelledAt: now, cancelCause: "participant" },
  });
  await announceRevokedReaction({ participantId: other.participantId });
  await sendWebhooksDue(first);
  expect(receiver.received.map(({ body }) => JSON.parse(body))).toMatchObject([
    { event: "purchase.revoked" },
  ]);
});

describe("a receiver that is down", () => {
  test("is asked again later under the same id, and every try is written down", async () => {
    const { receiver, kind, ownerSlug } = await aListener("provider", [500, 302]);
    const { purchaseId } = await aPurchase();
    await announceBoughtReaction({ purchaseId });
    expect(await sendWebhooksDue(first)).toBe(0);
    await sendWebhooksDue(addSeconds(first, 29));
    expect(receiver.received).toHaveLength(1);
    await sendWebhooksDue(addSeconds(first, 37));
    expect(await sendWebhooksDue(addSeconds(first, 300))).toBe(1);
    expect(new Set(receiver.received.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    const { lines } = await findDeliveries({ kind, slug: ownerSlug }, { size: 1 });
    expect(lines[0]?.state).toBe("delivered");
    expect(lines[0]?.tries.map(({ status }) => status)).toEqual([500, 302, 200]);
  });

  test("and says that nobody listens any more is left alone", async () => {
    const { receiver, kind, ownerSlug } = await aListener("provider", [410]);
    await announceBoughtReaction({ purchaseId: (await aPurchase()).purchaseId });
    await sendWebhooksDue(first);
    await sendWebhooksDue(addSeconds(first, 86_400));
    expect(receiver.received).toHaveLength(1);
    const { lines } = await findDeliveries({ kind, slug: ownerSlug }, { size: 1 });
    expect(lines[0]?.state).toBe("given-up");
  });

  test("a client that was revoked in the meantime is told nothing", async () => {
    const { receiver, code } = await aListener("provider");
    await announceBoughtReaction({ purchaseId: (await aPurchase()).purchaseId });
    await database().partnerClient.update({ where: { code }, data: { revokedAt: now } });
    await sendWebhooksDue(first);
    expect(receiver.received).toEqual([]);
  });
});

test.each([
  ["http://10.0.0.7/kabar"],
  ["https://192.168.1.4/kabar"],
  ["https://[fd00::1]/kabar"],
  ["https://portal.internal/"],
])("nothing is sent to %s, which is no place of the public internet", async (address) => {
  const { code, kind, ownerSlug } = await aListener("provider");
  await database().partnerClient.update({ where: { code }, data: { webhookUrl: address } });
  await announceBoughtReaction({ purchaseId: (await aPurchase()).purchaseId });
  expect(await sendWebhooksDue(first)).toBe(0);
  const { lines } = await findDeliveries({ kind, slug: ownerSlug }, { size: 1 });
  expect(lines[0]?.tries).toMatchObject([{ status: null, failure: "address" }]);
});

test("the log pages from the newest on", async () => {
  const { kind, ownerSlug } = await aListener("provider");
  const purchases = [await aPurchase(), await aPurchase(), await aPurchase()];
  for (const { purchaseId } of purchases) await announceBoughtReaction({ purchaseId });
  const newest = await findDeliveries({ kind, slug: ownerSlug }, { size: 2 });
  const older = await findDeliveries(
    { kind, slug: ownerSlug },
    { size: 2, before: newest.next ?? undefined },
  );
  const ids = [...newest.lines, ...older.lines].slice(0, 3).map(({ id }) => id);
  expect(ids).toEqual(ids.toSorted().toReversed());
  expect(new Set(ids).size).toBe(3);
});
