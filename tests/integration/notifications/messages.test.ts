import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { countUnread, findNotifications } from "#features/notifications/queries.ts";
import { markRead } from "#features/notifications/use-cases/mark-read.ts";
import {
  tellBalanceOpenedReaction,
  tellCoursePurchasedReaction,
  tellEntryNotSelectedReaction,
  tellIncentiveHeldReaction,
  tellIncentivePaidReaction,
  tellMembershipRevokedReaction,
  tellRecipientDeterminedReaction,
  tellTrainingCompletedReaction,
} from "#features/notifications/use-cases/tell-participant.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { anAccount, recipients } from "../../support/people.ts";

const until = "2026-12-23T16:59:59.000Z";
const now = new Date();

describe("what happened is told", () => {
  test("a purchase is told with its redeem code, read by its id", async () => {
    const [sari] = await recipients(now, 1, 901);
    if (!sari) throw new Error("nobody");
    const { purchaseId, courseId } = await insertPurchase(sari, "pemasaran-digital-umkm", now, "bought");
    await tellCoursePurchasedReaction({ participantId: sari, purchaseId });
    await tellTrainingCompletedReaction({ participantId: sari, courseId });
    const purchase = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const { items } = await findNotifications(sari, "id");
    expect(items.map((item) => item.href).sort()).toEqual([
      "/pelatihan-saya",
      "/ulasan/pemasaran-digital-umkm",
    ]);
    expect(items.find((item) => item.href === "/pelatihan-saya")?.text).toContain(purchase.redeemCode);
  });

  test("a fact that arrives twice, or twice at once, is one message", async () => {
    const sari = await anAccount(now);
    await Promise.all([1, 2, 3].map(() => tellBalanceOpenedReaction({ participantId: sari, until })));
    await tellBalanceOpenedReaction({ participantId: sari, until });
    expect(await countUnread(sari)).toBe(1);
  });

  test("who was not selected reads the reason as a sentence", async () => {
    const sari = await anAccount(now);
    await tellEntryNotSelectedReaction({ participantId: sari, reason: "nik-unknown-region" });
    const { items } = await findNotifications(sari, "id");
    expect(items[0]?.text).not.toContain("nik-unknown-region");
  });

  test("who was revoked is told without a link", async () => {
    const sari = await anAccount(now);
    await tellMembershipRevokedReaction({ participantId: sari, reason: "membership-training-not-finished" });
    expect((await findNotifications(sari, "id")).items[0]?.href).toBeNull();
  });

  test("who was not paid reads how much and why", async () => {
    const [sari] = await recipients(now, 1, 902);
    if (!sari) throw new Error("nobody");
    const payment = await database().incentivePayment.create({
      data: {
        id: randomUUID(),
        participantId: sari,
        kind: "job_search",
        sequence: 1,
        amount: 600_000n,
        scheduledFor: now,
        status: "held",
        createdAt: now,
      },
    });
    const reason = "payout-account-name-mismatch";
    await tellIncentiveHeldReaction({ participantId: sari, paymentId: payment.id, reason });
    await tellIncentivePaidReaction({ participantId: sari, paymentId: payment.id });
    const texts = (await findNotifications(sari, "id")).items.map((item) => item.text).join();
    expect(texts).toContain("Rp600.000");
    expect(texts).toContain(refusalSentence("id", { code: reason }));
    expect(texts).not.toContain(reason);
  });

  test("a fact whose row is gone is not told", async () => {
    const sari = await anAccount(now);
    await tellIncentivePaidReaction({ participantId: sari, paymentId: sari });
    expect(await countUnread(sari)).toBe(0);
  });
});

describe("the person's page", () => {
  test("the bell is quiet after marking all as read, and others' bells are not", async () => {
    const [sari, dewi] = [await anAccount(now), await anAccount(now)];
    await tellBalanceOpenedReaction({ participantId: sari, until });
    await tellBalanceOpenedReaction({ participantId: dewi, until });
    await inOneTransaction({ role: "participant", participantId: sari }, markRead, { now });
    expect([await countUnread(sari), await countUnread(dewi)]).toEqual([0, 1]);
    expect((await findNotifications(sari, "id")).items[0]?.isUnread).toBe(false);
  });

  test("many messages come in pages, newest first, none twice", async () => {
    const sari = await anAccount(now);
    await tellRecipientDeterminedReaction({ participantId: sari });
    const [first] = await database().notification.findMany({ where: { participantId: sari } });
    if (!first) throw new Error("nothing");
    await database().notification.createMany({
      data: Array.from({ length: 44 }, (_, index) => ({
        ...first,
        parameters: {},
        id: first.id.slice(0, -2) + String(index + 10),
        createdAt: addSeconds(first.createdAt, Math.floor(index / 2)),
      })),
      skipDuplicates: true,
    });
    const seen: string[] = [];
    let next: string | null | undefined;
    do {
      const page = await findNotifications(sari, "id", next ?? undefined);
      seen.push(...page.items.map((item) => item.id));
      next = page.next;
    } while (next);
    expect(seen.length).toBe(await countUnread(sari));
    expect(new Set(seen).size).toBe(seen.length);
  });
});
