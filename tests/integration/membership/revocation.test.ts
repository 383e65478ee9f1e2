import { beforeEach, describe, expect, test } from "vitest";
import { system } from "#authorization/actor.ts";
import { findMembership } from "#features/membership/queries.ts";
import { completeMembershipsDue } from "#features/membership/use-cases/complete-memberships.ts";
import { remindDeadlinesDue } from "#features/membership/use-cases/remind-deadlines.ts";
import { revokeOverdueDue } from "#features/membership/use-cases/revoke-memberships.ts";
import { startMembershipReaction } from "#features/membership/use-cases/start-membership.ts";
import { addDays, addSeconds, dayInWib, deadlineAfter, endOfDay, startOfDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { post } from "#ledger/post.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../../prisma/seed/people.ts";
import { announced } from "../../support/events.ts";
import { aRecipient } from "../../support/people.ts";
import { COURSE, finishTraining } from "../../support/trainings.ts";

const now = new Date("2026-11-24T03:00:00Z");
const lastMoment = deadlineAfter(now, 30);
const tooLate = addSeconds(lastMoment, 2);
let sari: ParticipantId;

beforeEach(async () => {
  // Whoever an earlier test left behind is through, so that each test counts its own people.
  await database().membership.updateMany({ where: { status: "active" }, data: { status: "completed" } });
  sari = await aMember();
});

/** A recipient with Rp1.000.000 on the training balance. */
async function aMember(): Promise<ParticipantId> {
  const id = await aRecipient(now);
  await startMembershipReaction({ participantId: id });
  await move(id, 1_000_000n, "state_budget", `training-balance:${id}`);
  return id;
}

async function move(id: ParticipantId, amount: bigint, from: "state_budget", key: string): Promise<void> {
  const result = await inOneTransaction(
    system,
    (work) =>
      post(work, {
        key,
        kind: "training-balance",
        lines: [
          { account: { kind: from, owner: "" }, amount: -amount },
          { account: { kind: "training_balance", owner: id }, amount },
        ],
      }),
    { now },
  );
  if (!result.ok) throw new Error(result.refusal.code);
}

const balance = () => balanceOf({ kind: "training_balance", owner: sari });
const forfeits = async () =>
  (await movementsOf({ kind: "training_balance", owner: sari }, { size: 20 })).filter(
    (movement) => movement.kind === "forfeit",
  );

describe("starting", () => {
  test("a membership begins once, and says what must be done until when", async () => {
    const first = await findMembership(sari);
    await Promise.all([1, 2].map(() => startMembershipReaction({ participantId: sari })));
    expect(await findMembership(sari)).toEqual(first);
    expect(first).toMatchObject({
      status: "active",
      endedAt: null,
      reason: null,
      deadline: { what: "first-purchase", until: lastMoment },
    });
  });

  test("who is no recipient has none", async () => {
    expect(await findMembership(crypto.randomUUID() as ParticipantId)).toBeNull();
  });
});

describe("revoking who bought nothing", () => {
  test("not in the last moment, and right after it", async () => {
    expect(await revokeOverdueDue(lastMoment)).toBe(0);
    expect(await revokeOverdueDue(tooLate)).toBe(1);
    expect(await findMembership(sari)).toMatchObject({
      status: "revoked",
      endedAt: tooLate,
      reason: "membership-first-training-not-bought",
      deadline: null,
    });
  });

  test("the whole balance is forfeited by one entry, by one look or by three at once", async () => {
    await Promise.all([1, 2, 3].map(() => revokeOverdueDue(tooLate)));
    await revokeOverdueDue(addSeconds(tooLate, 86_400));
    expect(await balance()).toBe(0n);
    expect((await forfeits()).map(({ amount, key }) => [amount, key])).toEqual([
      [-1_000_000n, `forfeit:${sari}`],
    ]);
    expect(await announced("membership-revoked", sari)).toEqual([
      { participantId: sari, reason: "membership-first-training-not-bought" },
    ]);
  });

  test("the NIK goes on the blacklist and the audit trail keeps why", async () => {
    await revokeOverdueDue(tooLate);
    const { nikIndex } = await database().registration.findUniqueOrThrow({ where: { participantId: sari } });
    expect(
      await database().blacklistEntry.findUnique({ where: { nikIndex: nikIndex ?? new Uint8Array() } }),
    ).toMatchObject({
      reason: "membership-first-training-not-bought",
      since: tooLate,
    });
    expect(await database().auditEvent.findMany({ where: { subject: `participant:${sari}` } })).toMatchObject(
      [
        {
          action: "membership-revoked",
          actorRole: "system",
          details: { reason: "membership-first-training-not-bought", forfeited: 1_000_000 },
        },
      ],
    );
  });

  test("a training that was bought and cancelled was not bought", async () => {
    const { purchaseId } = await insertPurchase(sari, COURSE, now, "bought");
    await database().purchase.update({
      where: { id: purchaseId },
      data: { status: "cancelled", cancelledAt: now, cancelCause: "participant" },
    });
    expect(await revokeOverdueDue(tooLate)).toBe(1);
  });

  test("without a balance there is nothing to book", async () => {
    const poor = await aRecipient(now);
    await startMembershipReaction({ participantId: poor });
    expect(await revokeOverdueDue(tooLate)).toBe(2);
    expect(await movementsOf({ kind: "training_balance", owner: poor }, { size: 5 })).toEqual([]);
  });
});

describe("revoking who did not finish", () => {
  test("after the last day of the training, whatever is left is forfeited", async () => {
    const { purchaseId } = await insertPurchase(sari, COURSE, now);
    const { finishBy } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    expect(await findMembership(sari)).toMatchObject({
      deadline: { what: "finish-training", until: finishBy },
    });
    expect(await revokeOverdueDue(tooLate)).toBe(0);
    expect(await revokeOverdueDue(finishBy)).toBe(0);
    expect(await revokeOverdueDue(addSeconds(finishBy, 2))).toBe(1);
    expect(await findMembership(sari)).toMatchObject({ reason: "membership-training-not-finished" });
    expect(await balance()).toBe(0n);
  });

  test("a finished person is never revoked, reviewed or not", async () => {
    const { purchaseId } = await finishTraining(sari, now);
    const years = addSeconds(now, 5 * 365 * 86_400);
    expect(await revokeOverdueDue(years)).toBe(0);
    await database().purchase.update({
      where: { id: purchaseId },
      data: { status: "finished", finishedAt: now },
    });
    expect(await revokeOverdueDue(years)).toBe(0);
    expect(await findMembership(sari)).toMatchObject({ status: "active", deadline: null });
    expect(await balance()).toBe(1_000_000n);
  });
});

describe("reminding", () => {
  const daysBefore = (days: number) => startOfDay(addDays(dayInWib(lastMoment), -days));
  const reminders = () => announced("deadline-near", sari);

  test("a week and a day before, once each", async () => {
    expect(await remindDeadlinesDue(daysBefore(8))).toBe(0);
    await Promise.all([1, 2].map(() => remindDeadlinesDue(daysBefore(7))));
    await remindDeadlinesDue(daysBefore(3));
    expect(await reminders()).toEqual([
      { participantId: sari, what: "first-purchase", until: lastMoment.toISOString() },
    ]);
    expect(await remindDeadlinesDue(daysBefore(1))).toBe(1);
    expect(await remindDeadlinesDue(lastMoment)).toBe(0);
    expect(await remindDeadlinesDue(tooLate)).toBe(0);
    expect(await reminders()).toHaveLength(2);
  });

  test("of the training's last day, and not who has finished", async () => {
    const { purchaseId } = await insertPurchase(sari, COURSE, now);
    const { finishBy } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    const dayBefore = addSeconds(finishBy, -86_400);
    expect(await remindDeadlinesDue(dayBefore)).toBe(1);
    expect(await reminders()).toEqual([
      { participantId: sari, what: "finish-training", until: finishBy.toISOString() },
    ]);
    const dewi = await aMember();
    await finishTraining(dewi, now);
    expect(await remindDeadlinesDue(dayBefore)).toBe(0);
  });

  test("of a code that was not redeemed, a day before its last one", async () => {
    const { purchaseId } = await insertPurchase(sari, COURSE, now, "bought");
    const { redeemBy } = await database().purchase.findUniqueOrThrow({ where: { id: purchaseId } });
    expect(await remindDeadlinesDue(addSeconds(redeemBy, -86_400))).toBe(1);
    expect(await remindDeadlinesDue(redeemBy)).toBe(0);
    expect(await reminders()).toEqual([
      { participantId: sari, what: "redeem", until: redeemBy.toISOString() },
    ]);
  });

  test("of buying the next one, in a scheme that has a term for it and while money is left", async () => {
    const { purchaseId } = await finishTraining(sari, now);
    await database().purchase.update({
      where: { id: purchaseId },
      data: { status: "finished", finishedAt: now },
    });
    const until = deadlineAfter(now, 15);
    const dayBefore = addSeconds(until, -86_400);
    expect(await remindDeadlinesDue(dayBefore)).toBe(0);
    const scheme = await database().scheme.findUniqueOrThrow({ where: { code: "A" } });
    const parameters = { ...Object(scheme.parameters), daysToNextPurchase: 15 };
    await database().scheme.update({ where: { code: "A" }, data: { parameters } });
    expect(await remindDeadlinesDue(dayBefore)).toBe(1);
    expect(await reminders()).toEqual([
      { participantId: sari, what: "next-purchase", until: until.toISOString() },
    ]);
    await database().scheme.update({
      where: { code: "A" },
      data: { parameters: { ...parameters, daysToNextPurchase: null } },
    });
  });

  test("not of a term that begins anew, since a provider called the training off", async () => {
    const { purchaseId } = await insertPurchase(sari, COURSE, now, "bought");
    const calledOffAt = addSeconds(now, 20 * 86_400);
    await database().purchase.update({
      where: { id: purchaseId },
      data: { status: "cancelled", cancelCause: "schedule", cancelledAt: calledOffAt },
    });
    expect(await remindDeadlinesDue(daysBefore(1))).toBe(0);
    expect(await revokeOverdueDue(tooLate)).toBe(0);
    expect((await findMembership(sari))?.deadline?.until).toEqual(deadlineAfter(calledOffAt, 30));
    expect(await revokeOverdueDue(addSeconds(deadlineAfter(calledOffAt, 30), 2))).toBe(1);
  });
});

describe("completing", () => {
  const closes = endOfDay(addDays(dayInWib(now), 150));
  const done = addSeconds(closes, 1);

  async function receiveEverything(surveys: number) {
    const pay = (kind: "job_search" | "survey", sequence: number) => ({
      id: crypto.randomUUID(),
      ...{ participantId: sari, kind, sequence, scheduledFor: now, paidAt: now, createdAt: now },
      amount: kind === "survey" ? 50_000n : 600_000n,
      status: "paid" as const,
    });
    const rounds = [1, 2, 3].map((number) => ({
      ...{ participantId: sari, number, opensAt: now, closesAt: closes },
      ...(number <= surveys ? { answers: {}, submittedAt: now } : {}),
    }));
    await database().surveyRound.createMany({ data: rounds });
    await database().incentivePayment.createMany({
      data: [
        ...[1, 2, 3, 4].map((sequence) => pay("job_search", sequence)),
        ...rounds.filter((round) => round.submittedAt).map((round) => pay("survey", round.number)),
      ],
    });
  }

  test("who received everything and answered every survey is through", async () => {
    await receiveEverything(3);
    expect(await completeMembershipsDue(now)).toBe(1);
    expect(await completeMembershipsDue(now)).toBe(0);
    expect(await findMembership(sari)).toMatchObject({ status: "completed", endedAt: now });
    expect(await announced("membership-completed", sari)).toHaveLength(1);
  });

  test("a survey that may still be answered keeps the membership open, one that closed does not", async () => {
    await receiveEverything(2);
    expect(await completeMembershipsDue(now)).toBe(0);
    expect(await completeMembershipsDue(done)).toBe(1);
  });

  test("money that is still to come keeps it open", async () => {
    await receiveEverything(2);
    await database().incentivePayment.create({
      data: {
        ...{ id: crypto.randomUUID(), participantId: sari, kind: "survey", sequence: 3, amount: 50_000n },
        ...{ scheduledFor: now, createdAt: now, status: "held" },
      },
    });
    expect(await completeMembershipsDue(done)).toBe(0);
  });
});
