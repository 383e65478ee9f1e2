import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import {
  findBalanceMovements,
  findCard,
  findCardShowings,
  findFirstPurchaseDeadline,
  findInduction,
  findSharedCardNumber,
  findShownCardNumber,
  findTrainingBalance,
} from "#features/balance/queries.ts";
import type { InductionChoice, InductionPart } from "#features/balance/types.ts";
import { answerInduction } from "#features/balance/use-cases/answer-induction.ts";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { openInduction } from "#features/balance/use-cases/open-induction.ts";
import { showCard } from "#features/balance/use-cases/show-card.ts";
import { addSeconds, deadlineAfter } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertInduction } from "../../../prisma/seed/people.ts";
import { anAccount, aRecipient } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");

/** Somebody who was just determined as recipient, and the event that says so. */
async function aDetermined(): Promise<{
  id: ParticipantId;
  event: { participantId: string; waveId: string };
}> {
  const id = await aRecipient(now);
  const { waveId } = await database().determination.findUniqueOrThrow({ where: { participantId: id } });
  return { id, event: { participantId: id, waveId } };
}

async function announcements(participantId: string): Promise<unknown[]> {
  return database().$queryRaw`
    SELECT data -> 'payload' ->> 'until' AS until FROM pgboss.job
    WHERE name = 'events' AND data ->> 'name' = 'balance-opened'
      AND data -> 'payload' ->> 'participantId' = ${participantId}`;
}

function show(participantId: ParticipantId, at = now) {
  return inOneTransaction({ role: "participant", participantId }, showCard, { now: at });
}

test("a recipient gets the balance of the scheme, a card of 16 digits, and the news with the deadline", async () => {
  const { id, event } = await aDetermined();
  await openBalanceReaction(event);
  expect(await findTrainingBalance(id)).toBe(1_000_000n);
  await insertInduction(id, now);
  await show(id);
  expect((await findShownCardNumber(id, now))?.number).toMatch(/^\d{16}$/);
  expect(await announcements(id)).toEqual([{ until: deadlineAfter(now, 30).toISOString() }]);
  expect(await findFirstPurchaseDeadline(id)).toEqual(deadlineAfter(now, 30));
  const { rows, next } = await findBalanceMovements(id, { size: 5 });
  expect(rows).toMatchObject([{ kind: "opened", amount: 1_000_000n, balanceAfter: 1_000_000n }]);
  expect(next).toBeNull();
});

test("however often and however close together the determination arrives, there is one balance and one card", async () => {
  const { id, event } = await aDetermined();
  await Promise.all([openBalanceReaction(event), openBalanceReaction(event), openBalanceReaction(event)]);
  await openBalanceReaction(event);
  expect(await findTrainingBalance(id)).toBe(1_000_000n);
  expect(await announcements(id)).toHaveLength(1);
  expect(await database().recipientCard.count({ where: { participantId: id } })).toBe(1);
});

test("nobody gets a balance without a determination", async () => {
  const id = await anAccount(now);
  await expect(openBalanceReaction({ participantId: id, waveId: randomUUID() })).rejects.toThrow(
    "no determination",
  );
  expect(await findTrainingBalance(id)).toBe(0n);
  expect(await findCard(id)).toBeNull();
  expect(await findFirstPurchaseDeadline(id)).toBeNull();
});

test("the card's number stays hidden until the three parts are done and the person asks; every asking is written down", async () => {
  const { id, event } = await aDetermined();
  await openBalanceReaction(event);
  expect(await show(id)).toMatchObject({ refusal: { code: "balance-induction-open" } });
  expect(await findSharedCardNumber(id)).toBeNull();
  await insertInduction(id, now);
  expect(await findShownCardNumber(id, now)).toBeNull();
  expect(await findCardShowings(id)).toEqual({ count: 0, lastAt: null });
  expect(await show(id)).toEqual({ ok: true, value: null });
  const later = addSeconds(now, 60);
  await show(id, later);
  expect((await findCard(id))?.shownAt).toEqual(now);
  expect(await findCardShowings(id)).toEqual({ count: 2, lastAt: later });
});

test("a shown number is gone again after two minutes", async () => {
  const { id, event } = await aDetermined();
  await openBalanceReaction(event);
  await insertInduction(id, now);
  await show(id);
  const until = addSeconds(now, 120);
  const shown = await findShownCardNumber(id, addSeconds(now, 119));
  expect(shown).toMatchObject({ until });
  expect(await findShownCardNumber(id, until)).toBeNull();
  expect(await findSharedCardNumber(id)).toBe(shown?.number);
});

test("a showing that is written down does not go away", async () => {
  const { id, event } = await aDetermined();
  await openBalanceReaction(event);
  await insertInduction(id, now);
  await show(id);
  await expect(database().cardShowing.deleteMany({ where: { participantId: id } })).rejects.toThrow();
  expect((await findCardShowings(id)).count).toBe(1);
});

describe("the three parts before the card", () => {
  const as = (participantId: ParticipantId) => ({ role: "participant", participantId }) as const;
  const open = (id: ParticipantId, part: InductionPart, at = now) =>
    inOneTransaction(as(id), (work) => openInduction(work, { part }), { now: at });
  const answer = (id: ParticipantId, part: InductionPart, choice: InductionChoice, at: Date) =>
    inOneTransaction(as(id), (work) => answerInduction(work, { part, choice }), { now: at });

  test("one after the other: a right answer in time opens the next", async () => {
    const { id, event } = await aDetermined();
    await openBalanceReaction(event);
    expect(await open(id, 2)).toMatchObject({ refusal: { code: "induction-part-before" } });
    expect((await open(id, 1)).ok).toBe(true);
    const at = (seconds: number) => addSeconds(now, seconds);
    expect(await answer(id, 1, "b", at(5))).toMatchObject({ refusal: { code: "induction-too-early" } });
    expect(await answer(id, 1, "a", at(15))).toMatchObject({ refusal: { code: "induction-answer-wrong" } });
    expect(await answer(id, 1, "b", at(15))).toEqual({ ok: true, value: { next: 2 } });
    expect(await answer(id, 2, "c", at(20))).toMatchObject({ refusal: { code: "induction-too-early" } });
    expect(await answer(id, 2, "c", at(30))).toEqual({ ok: true, value: { next: 3 } });
    expect(await answer(id, 3, "a", at(45))).toEqual({ ok: true, value: { next: null } });
    expect((await findInduction(id)).isDone).toBe(true);
    expect((await show(id)).ok).toBe(true);
  });

  test("opened again, a part keeps its first moment; answered again, it stays done", async () => {
    const { id, event } = await aDetermined();
    await openBalanceReaction(event);
    await Promise.all([open(id, 1), open(id, 1, addSeconds(now, 10))]);
    const [first] = (await findInduction(id)).parts;
    await open(id, 1, addSeconds(now, 100));
    expect((await findInduction(id)).parts).toEqual([first]);
    const answers = await Promise.all([1, 2].map(() => answer(id, 1, "b", addSeconds(now, 30))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await answer(id, 1, "a", addSeconds(now, 90))).ok).toBe(true);
    expect((await findInduction(id)).parts[0]?.doneAt).toEqual(addSeconds(now, 30));
  });

  test("nobody without a card can open one", async () => {
    expect(await open(await anAccount(now), 1)).toMatchObject({ refusal: { code: "balance-no-card" } });
  });
});

test("the card's number is stored unreadable", async () => {
  const { id, event } = await aDetermined();
  await openBalanceReaction(event);
  await insertInduction(id, now);
  await show(id);
  const number = (await findShownCardNumber(id, now))?.number ?? "nothing was shown";
  expect(number).toMatch(/^\d{16}$/);
  const row = await database().recipientCard.findUniqueOrThrow({ where: { participantId: id } });
  expect(Buffer.from(row.numberCipher).toString("latin1")).not.toContain(number);
});

test("who has no card has none to be shown", async () => {
  expect(await show(await anAccount(now))).toEqual({ ok: false, refusal: { code: "balance-no-card" } });
});
