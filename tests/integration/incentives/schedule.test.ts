import { beforeEach, describe, expect, test } from "vitest";
import { issueCertificateReaction } from "#features/certificates/use-cases/issue-certificate.ts";
import { findIncentives } from "#features/incentives/queries.ts";
import { cancelIncentivesReaction } from "#features/incentives/use-cases/cancel-incentives.ts";
import {
  scheduleIncentivesReaction,
  scheduleSurveyIncentiveReaction,
} from "#features/incentives/use-cases/schedule-incentives.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { COURSE, finishTraining, review } from "../../support/trainings.ts";
import { aMember, owe } from "./members.ts";

const now = new Date("2026-11-24T03:00:00Z");
let sari: ParticipantId;

beforeEach(async () => {
  sari = await aMember(now);
});

async function graduate(slug = COURSE) {
  const finished = await finishTraining(sari, now, slug);
  const reviewed = await review(sari, now, { slug });
  if (!reviewed.ok) throw new Error(reviewed.refusal.code);
  await database().purchase.update({
    where: { id: finished.purchaseId },
    data: { status: "finished", finishedAt: now },
  });
  await issueCertificateReaction(finished);
  const { id } = await database().certificate.findUniqueOrThrow({
    where: { purchaseId: finished.purchaseId },
  });
  return { participantId: sari, certificateId: id };
}

const payable = () => balanceOf({ kind: "incentive_payable", owner: sari });

describe("the job-search incentive", () => {
  test("the first certificate promises four payments, and the ledger owes them", async () => {
    await scheduleIncentivesReaction(await graduate());
    const { payments, toCome, received } = await findIncentives(sari);
    expect(payments.map(({ kind, sequence, amount, label }) => [kind, sequence, amount, label])).toEqual(
      [1, 2, 3, 4].map((sequence) => ["job_search", sequence, 600_000n, "not-processed"]),
    );
    expect([toCome, received, await payable()]).toEqual([2_400_000n, 0n, 2_400_000n]);
  });

  test("the same news twice, or at once, promises no more", async () => {
    const news = await graduate();
    await Promise.all([1, 2, 3].map(() => scheduleIncentivesReaction(news)));
    await scheduleIncentivesReaction(news);
    expect((await findIncentives(sari)).payments).toHaveLength(4);
    expect(await payable()).toBe(2_400_000n);
  });

  test("a second training brings no second incentive", async () => {
    await scheduleIncentivesReaction(await graduate());
    await scheduleIncentivesReaction(await graduate("menulis-cv-dan-wawancara"));
    expect(await payable()).toBe(2_400_000n);
  });

  test("somebody else's certificate promises nothing", async () => {
    const news = await graduate();
    const dewi = await aMember(now);
    await scheduleIncentivesReaction({ ...news, participantId: dewi });
    expect((await findIncentives(dewi)).payments).toEqual([]);
  });

  test("nothing is promised to somebody whose membership was revoked", async () => {
    const news = await graduate();
    await database().membership.update({ where: { participantId: sari }, data: { status: "revoked" } });
    await scheduleIncentivesReaction(news);
    expect((await findIncentives(sari)).payments).toEqual([]);
  });
});

describe("the survey incentive", () => {
  const answered = (number: number) =>
    database().surveyRound.create({
      data: {
        ...{ participantId: sari, number },
        opensAt: now,
        closesAt: addSeconds(now, 30 * 86_400),
        answers: {},
        submittedAt: now,
      },
    });

  test("each answered survey is worth Rp50.000, once", async () => {
    await answered(1);
    await answered(2);
    const news = [1, 2, 1].map((number) => scheduleSurveyIncentiveReaction({ participantId: sari, number }));
    await Promise.all(news);
    const { payments } = await findIncentives(sari);
    expect(payments.map(({ kind, sequence, amount }) => [kind, sequence, amount])).toEqual([
      ["survey", 1, 50_000n],
      ["survey", 2, 50_000n],
    ]);
    expect(await payable()).toBe(100_000n);
  });

  test("a survey that nobody answered brings nothing", async () => {
    await scheduleSurveyIncentiveReaction({ participantId: sari, number: 3 });
    expect((await findIncentives(sari)).payments).toEqual([]);
  });
});

describe("cancelling after a revocation", () => {
  test("what was not sent goes back to the budget, once; what is with the bank is left to its outcome", async () => {
    const ids = [];
    for (const sequence of [1, 2, 3, 4]) ids.push(await owe(sari, now, sequence));
    const set = (id: string | undefined, data: object) =>
      database().incentivePayment.update({ where: { id }, data });
    await set(ids[0], { status: "processing" });
    await set(ids[1], { status: "held", reason: "payout-account-limit" });
    await Promise.all([1, 2].map(() => cancelIncentivesReaction({ participantId: sari })));
    await cancelIncentivesReaction({ participantId: sari });
    const { payments } = await findIncentives(sari);
    expect(payments.map((payment) => payment.label)).toEqual(["checking", "failed", "failed", "failed"]);
    expect(await payable()).toBe(600_000n);
    const movements = await movementsOf({ kind: "incentive_payable", owner: sari }, { size: 20 });
    expect(movements.filter((movement) => movement.kind === "incentive-cancelled")).toHaveLength(3);
  });
});
