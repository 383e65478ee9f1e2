import { beforeEach, describe, expect, test } from "vitest";
import {
  findFirstPurchaseAt,
  findPurchase,
  findPurchases,
  findPurchaseUnderWay,
  findRedeemedPurchase,
} from "#features/purchase/queries.ts";
import { finishPurchaseReaction } from "#features/purchase/use-cases/finish-purchase.ts";
import { forfeitPurchaseReaction } from "#features/purchase/use-cases/forfeit-purchase.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import {
  aBuyer,
  BOOKS,
  balance,
  bought,
  buy,
  cancel,
  now,
  owedFor,
  redeem,
  SAFETY,
  seatsTaken,
  soon,
} from "./buyers.ts";

let sari: ParticipantId;
let purchase: Awaited<ReturnType<typeof bought>>;

beforeEach(async () => {
  sari = await aBuyer();
  purchase = await bought(sari, BOOKS);
});

const status = async () => (await findPurchase(sari, purchase.id))?.status;

describe("redeeming", () => {
  test("the code opens the training, once", async () => {
    expect(await findRedeemedPurchase(sari, BOOKS)).toBeNull();
    expect(await redeem(sari, purchase.id, purchase.redeemCode)).toEqual({
      ok: true,
      value: { courseSlug: BOOKS },
    });
    expect(await findPurchase(sari, purchase.id)).toMatchObject({ status: "redeemed", redeemedAt: now });
    expect(await findRedeemedPurchase(sari, BOOKS)).toEqual({
      purchaseId: purchase.id,
      courseId: purchase.courseId,
      finishBy: purchase.finishBy,
    });
    expect(await redeem(sari, purchase.id, purchase.redeemCode)).toMatchObject({
      refusal: { code: "redeem-code-used" },
    });
  });

  test("twice at once it opens once", async () => {
    const results = await Promise.all([1, 2].map(() => redeem(sari, purchase.id, purchase.redeemCode)));
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "redeem-code-used" } });
  });

  test("another person's code is as unknown as none, and their purchase is nobody else's", async () => {
    const dewi = await aBuyer();
    const hers = await bought(dewi, BOOKS);
    expect(await redeem(sari, purchase.id, hers.redeemCode)).toMatchObject({
      refusal: { code: "redeem-code-unknown" },
    });
    expect(await redeem(sari, hers.id, hers.redeemCode)).toMatchObject({
      refusal: { code: "redeem-code-unknown" },
    });
    expect(await findPurchase(sari, hers.id)).toBeNull();
    expect(await status()).toBe("bought");
  });

  test("not after its term", async () => {
    const late = addSeconds(purchase.redeemBy, 1);
    expect(await redeem(sari, purchase.id, purchase.redeemCode, late)).toMatchObject({
      refusal: { code: "redeem-too-late" },
    });
  });
});

describe("cancelling", () => {
  test("the money and the seat are back at once, and the others are told", async () => {
    const [owed, seats] = [await owedFor(BOOKS), await seatsTaken(BOOKS)];
    expect(await cancel(sari, purchase.id)).toEqual({ ok: true, value: { purchaseId: purchase.id } });
    expect(await balance(sari)).toBe(1_000_000n);
    expect(await owedFor(BOOKS)).toEqual({
      provider: owed.provider - 350_000n + purchase.commission,
      platform: owed.platform - purchase.commission,
    });
    expect(await seatsTaken(BOOKS)).toBe(seats - 1);
    expect(await announced("purchase-cancelled", sari)).toEqual([
      { participantId: sari, purchaseId: purchase.id },
    ]);
    expect(await findPurchaseUnderWay(sari)).toBeNull();
    expect(await findFirstPurchaseAt(sari)).toBeNull();
  });

  test("then another training may be bought, the same one never again, and the old code opens nothing", async () => {
    await cancel(sari, purchase.id);
    expect(await buy(sari, BOOKS)).toMatchObject({ refusal: { code: "purchase-bought-before" } });
    const next = await bought(sari, SAFETY, { at: soon });
    expect(await redeem(sari, next.id, purchase.redeemCode, soon)).toMatchObject({
      refusal: { code: "redeem-code-cancelled" },
    });
    expect(await redeem(sari, purchase.id, purchase.redeemCode)).toMatchObject({
      refusal: { code: "redeem-purchase-cancelled" },
    });
    expect(await findPurchases(sari)).toHaveLength(2);
  });

  test("twice at once the money comes back once", async () => {
    const results = await Promise.all([cancel(sari, purchase.id), cancel(sari, purchase.id)]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({ refusal: { code: "cancel-done-before" } });
    expect(await balance(sari)).toBe(1_000_000n);
  });

  test("redeeming and cancelling at once: one of the two, never both", async () => {
    const [cancelled, redeemed] = await Promise.all([
      cancel(sari, purchase.id),
      redeem(sari, purchase.id, purchase.redeemCode),
    ]);
    expect([cancelled.ok, redeemed.ok].filter(Boolean)).toHaveLength(1);
    expect(await status()).toBe(cancelled.ok ? "cancelled" : "redeemed");
    expect(await balance(sari)).toBe(cancelled.ok ? 1_000_000n : 650_000n);
  });

  test("not after the membership was revoked: the forfeited money does not come back", async () => {
    const ended = { status: "revoked" as const, since: now, endedAt: now, reason: "unfinished" };
    await database().membership.create({ data: { participantId: sari, ...ended } });
    expect(await cancel(sari, purchase.id)).toMatchObject({ refusal: { code: "cancel-membership-ended" } });
    expect(await buy(sari, SAFETY)).toMatchObject({ refusal: { code: "purchase-membership-ended" } });
    expect(await balance(sari)).toBe(650_000n);
  });

  test("not somebody else's, not after redeeming, not after its term", async () => {
    const dewi = await aBuyer();
    expect(await cancel(dewi, purchase.id)).toMatchObject({ refusal: { code: "cancel-purchase-unknown" } });
    const late = new Date("2026-11-27T17:00:00Z");
    expect(await cancel(sari, purchase.id, late)).toMatchObject({ refusal: { code: "cancel-too-late" } });
    await redeem(sari, purchase.id, purchase.redeemCode);
    expect(await cancel(sari, purchase.id)).toMatchObject({ refusal: { code: "cancel-training-open" } });
    expect(await balance(sari)).toBe(650_000n);
  });
});

describe("the end of a purchase", () => {
  test("the review finishes it, once; a second arrival does not move its moment", async () => {
    await redeem(sari, purchase.id, purchase.redeemCode);
    const told = { participantId: sari, purchaseId: purchase.id };
    await Promise.all([finishPurchaseReaction(told), finishPurchaseReaction(told)]);
    const first = await findPurchase(sari, purchase.id);
    expect(first?.status).toBe("finished");
    await finishPurchaseReaction(told);
    expect((await findPurchase(sari, purchase.id))?.finishedAt).toEqual(first?.finishedAt);
    expect(await findRedeemedPurchase(sari, BOOKS)).not.toBeNull();
    expect(await findPurchaseUnderWay(sari)).toBeNull();
  });

  test("a revocation forfeits what is under way and leaves the rest", async () => {
    await cancel(sari, purchase.id);
    const next = await bought(sari, SAFETY, { at: soon });
    await forfeitPurchaseReaction({ participantId: sari });
    await forfeitPurchaseReaction({ participantId: sari });
    expect(await status()).toBe("cancelled");
    expect((await findPurchase(sari, next.id))?.status).toBe("forfeited");
    const told = { participantId: sari, purchaseId: next.id };
    await finishPurchaseReaction(told);
    expect((await findPurchase(sari, next.id))?.status).toBe("forfeited");
  });

  test("the database refuses a cancelled purchase without its moment or its cause", async () => {
    await expect(
      database().purchase.update({
        where: { id: purchase.id },
        data: { status: "cancelled", cancelCause: "participant" },
      }),
    ).rejects.toThrow(/purchase_cancelled/);
    await expect(
      database().purchase.update({
        where: { id: purchase.id },
        data: { status: "cancelled", cancelledAt: now },
      }),
    ).rejects.toThrow(/purchase_cancel_cause/);
  });
});
