import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import {
  findBalanceMovements,
  findCard,
  findFirstPurchaseDeadline,
  findShownCardNumber,
  findTrainingBalance,
} from "#features/balance/queries.ts";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { showCard } from "#features/balance/use-cases/show-card.ts";
import { addSeconds, deadlineAfter } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anAccount, recipients } from "../../support/people.ts";

const now = new Date("2026-11-24T03:00:00Z");
let wave = 700;

/** Somebody who was just determined as recipient, and the event that says so. */
async function aRecipient(): Promise<{
  id: ParticipantId;
  event: { participantId: string; waveId: string };
}> {
  wave += 1;
  const [id] = await recipients(now, 1, wave);
  if (!id) throw new Error("nobody was determined");
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
  const { id, event } = await aRecipient();
  await openBalanceReaction(event);
  expect(await findTrainingBalance(id)).toBe(1_000_000n);
  await show(id);
  expect(await findShownCardNumber(id)).toMatch(/^\d{16}$/);
  expect(await announcements(id)).toEqual([{ until: deadlineAfter(now, 30).toISOString() }]);
  expect(await findFirstPurchaseDeadline(id)).toEqual(deadlineAfter(now, 30));
  const { rows, next } = await findBalanceMovements(id, { size: 5 });
  expect(rows).toMatchObject([{ kind: "opened", amount: 1_000_000n, balanceAfter: 1_000_000n }]);
  expect(next).toBeNull();
});

test("however often and however close together the determination arrives, there is one balance and one card", async () => {
  const { id, event } = await aRecipient();
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

test("the card's number stays hidden until the person asks, and the first asking is remembered", async () => {
  const { id, event } = await aRecipient();
  await openBalanceReaction(event);
  expect(await findShownCardNumber(id)).toBeNull();
  expect((await findCard(id))?.shownAt).toBeNull();
  expect(await show(id)).toEqual({ ok: true, value: null });
  await show(id, addSeconds(now, 60));
  expect((await findCard(id))?.shownAt).toEqual(now);
});

test("the card's number is stored unreadable", async () => {
  const { id, event } = await aRecipient();
  await openBalanceReaction(event);
  await show(id);
  const number = await findShownCardNumber(id);
  const row = await database().recipientCard.findUniqueOrThrow({ where: { participantId: id } });
  expect(number).not.toBeNull();
  expect(Buffer.from(row.numberCipher).toString("latin1")).not.toContain(number);
});

test("who has no card has none to be shown", async () => {
  expect(await show(await anAccount(now))).toEqual({ ok: false, refusal: { code: "balance-no-card" } });
});
