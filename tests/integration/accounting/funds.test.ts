import { beforeEach, describe, expect, test } from "vitest";
import type { StaffActor } from "#authorization/actor.ts";
import { system } from "#authorization/actor.ts";
import { setWaveAllotment } from "#features/accounting/use-cases/set-allotment.ts";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import {
  fillFreePlacesDue,
  freePlaceReaction,
  releaseLeftoverReaction,
} from "#features/determination/use-cases/fill-free-places.ts";
import { openDueWave } from "#features/waves/use-cases/open-due-wave.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertWave } from "../../../prisma/seed/people.ts";
import { aPublishedWave, aReviewedWave, pressDecide } from "../determination/results.ts";
import { fine, insertCrowd } from "../selection/crowds.ts";
import { minutesOn, opening, theStaff } from "../selection/drawing.ts";

// A draw waits for those before it: whatever an earlier test left behind is put away.
beforeEach(async () => {
  await database().$transaction(async (tx) => {
    await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
    await tx.$executeRaw`UPDATE wave SET status = 'archived' WHERE status <> 'archived'`;
  });
});

/** Everything here is counted in full promises of the scheme. */
async function promise(): Promise<bigint> {
  const { parameters } = await database().scheme.findUniqueOrThrow({ where: { code: "A" } });
  const terms = parameters as Record<string, number> & { surveyDays: number[] };
  const { trainingBalance = 0, jobSearchIncentive = 0, jobSearchPayments = 0, surveyIncentive = 0 } = terms;
  return BigInt(
    trainingBalance + jobSearchIncentive * jobSearchPayments + surveyIncentive * terms.surveyDays.length,
  );
}

const crowd = (count: number) => insertCrowd(Array.from({ length: count }, () => ({ ...fine, family: "" })));
const free = (waveId: string) => balanceOf({ kind: "wave_allotment", owner: waveId });
const committed = (waveId: string) => balanceOf({ kind: "wave_committed", owner: waveId });

async function allot(waveId: string, amount: bigint, by?: StaffActor) {
  const [first] = await theStaff();
  return inOneTransaction(by ?? first, (work) => setWaveAllotment(work, { waveId, amount }), {
    now: minutesOn(85),
  });
}

// Whole draws: they take their time on a busy machine.
describe("what a wave may promise", { timeout: 90_000 }, () => {
  test("is its places times the full promise when it opens and nobody said otherwise", async () => {
    const waveId = await insertWave(400, 7, opening);
    await database().$transaction(async (tx) => {
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`UPDATE wave SET status = 'scheduled', opened_at = NULL WHERE id = ${waveId}::uuid`;
    });
    await inOneTransaction(system, async (work) => ok(await openDueWave(work, waveId)), {
      now: addSeconds(opening, 60),
    });
    expect(await free(waveId)).toBe(7n * (await promise()));
  });

  test("is what an administrator set before, and that stays so", async () => {
    const waveId = await aReviewedWave(await crowd(3), 2);
    expect(await allot(waveId, 3n * (await promise()))).toMatchObject({ ok: true });
    const [first] = await theStaff();
    expect(await pressDecide(first, waveId)).toMatchObject({ ok: true });
    expect(await free(waveId)).toBe(await promise());
    expect(await committed(waveId)).toBe(2n * (await promise()));
  });

  test("is never exceeded: the decree is refused in words, and issued after the allotment was raised", async () => {
    const waveId = await aReviewedWave(await crowd(3), 2);
    const enough = 2n * (await promise());
    await allot(waveId, enough - 1n);
    const [first] = await theStaff();
    expect(await pressDecide(first, waveId)).toEqual({
      ok: false,
      refusal: { code: "determination-over-allotment", people: 2, amount: Number(enough) },
    });
    const wave = () => database().wave.findUniqueOrThrow({ where: { id: waveId } });
    expect((await wave()).status).toBe("reviewed");
    expect(await committed(waveId)).toBe(0n);
    await allot(waveId, enough);
    expect(await pressDecide(first, waveId)).toMatchObject({ ok: true });
    expect((await wave()).status).toBe("decided");
  });

  test("cannot be taken back below what it promised, nor set for a wave that does not exist", async () => {
    const waveId = await aReviewedWave(await crowd(2), 1);
    const [first] = await theStaff();
    await pressDecide(first, waveId);
    expect(await allot(waveId, (await promise()) - 1n)).toEqual({
      ok: false,
      refusal: { code: "allotment-below-promised", promised: Number(await promise()) },
    });
    expect(await allot("00000000-0000-7000-8000-000000000000", 1n)).toMatchObject({
      refusal: { code: "allotment-wave-unknown" },
    });
  });

  test("past the commands, the database lets no wave promise more than its allotment", async () => {
    const waveId = await aReviewedWave(await crowd(2), 1);
    await allot(waveId, 100n);
    const account = await database().ledgerAccount.findUniqueOrThrow({
      where: { kind_owner: { kind: "wave_allotment", owner: waveId } },
    });
    const other = await database().ledgerAccount.findFirstOrThrow({ where: { kind: "state_budget" } });
    const id = "01900000-0000-7000-8000-000000000001";
    const entry = (line: number, accountId: string, amount: bigint) =>
      database().ledgerEntry.create({
        data: { transferId: id, line, accountId, amount, occurredAt: opening },
      });
    await expect(
      database().$transaction([
        database().ledgerTransfer.create({
          data: { id, key: id, fingerprint: new Uint8Array(32), kind: "raw", occurredAt: opening },
        }),
        entry(1, account.id, -101n),
        entry(2, other.id, 101n),
      ]),
    ).rejects.toThrow("ledger_account_no_overdraft");
  });

  test("of two administrators at once, the last word stands and the books agree with it", async () => {
    const waveId = await aReviewedWave(await crowd(2), 1);
    const [first, second] = await theStaff();
    await Promise.all([allot(waveId, 5_000n, first), allot(waveId, 9_000n, second)]);
    const budget = await database().waveBudget.findUniqueOrThrow({ where: { waveId } });
    expect([5_000n, 9_000n]).toContain(budget.amount);
    expect(await free(waveId)).toBe(budget.amount);
  });
});

describe("a place that became free", { timeout: 90_000 }, () => {
  async function revokedWinner(waveId: string): Promise<ParticipantId> {
    const { participantId } = await database().determination.findFirstOrThrow({ where: { waveId } });
    return participantId as ParticipantId;
  }
  const later = async (waveId: string) => {
    const { publishedAt } = await database().wave.findUniqueOrThrow({ where: { id: waveId } });
    return addSeconds(publishedAt ?? opening, 5 * 86_400);
  };

  test.each([
    ["was revoked", freePlaceReaction],
    ["is through, with a survey left unanswered", releaseLeftoverReaction],
  ])("of somebody who %s gives back what was promised and not taken, once", async (_, react) => {
    const waveId = await aPublishedWave(await crowd(1), 1);
    const winner = await revokedWinner(waveId);
    await openBalanceReaction({ participantId: winner, waveId });
    const taken = await balanceOf({ kind: "training_balance", owner: winner });
    await Promise.all([1, 2].map(() => react({ participantId: winner })));
    expect(await committed(waveId)).toBe(0n);
    expect(await free(waveId)).toBe((await promise()) - taken);
  });

  /** A revoked winner who had opened the balance, in a wave of three for one place. */
  async function aFreePlace(allotment: bigint | null): Promise<string> {
    const waveId = await aPublishedWave(await crowd(3), 1);
    const winner = await revokedWinner(waveId);
    await openBalanceReaction({ participantId: winner, waveId });
    if (allotment !== null) await allot(waveId, allotment);
    await freePlaceReaction({ participantId: winner });
    await fillFreePlacesDue(await later(waveId));
    return waveId;
  }
  const recipientsOf = (waveId: string) => database().determination.count({ where: { waveId } });

  test("is promised to the next with fresh money where nobody set the allotment", async () => {
    expect(await recipientsOf(await aFreePlace(null))).toBe(2);
  });

  test("waits where the allotment was set, until it is raised", async () => {
    const waveId = await aFreePlace(await promise());
    expect(await recipientsOf(waveId)).toBe(1);
    await allot(waveId, 2n * (await promise()));
    await fillFreePlacesDue(await later(waveId));
    expect(await recipientsOf(waveId)).toBe(2);
  });
});
