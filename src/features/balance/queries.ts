import { findDetermination } from "#features/determination/queries.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { type Rupiah, rupiah } from "#kernel/money.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { firstPurchaseDeadline, readMovement } from "./policy/balance.ts";
import { readInduction, shownUntil } from "./policy/induction.ts";
import {
  type CardShowings,
  type InductionState,
  inductionParts,
  type MovementPage,
  type RecipientCard,
} from "./types.ts";

/** The person's card; null while there is none. */
export async function findCard(
  participantId: ParticipantId,
  db: Transaction = database(),
): Promise<RecipientCard | null> {
  return db.recipientCard.findUnique({
    where: { participantId },
    select: { issuedAt: true, shownAt: true },
  });
}

/** The 16 digits of the person's own card and until when they stay, while a showing that was asked for lasts. */
export async function findShownCardNumber(
  participantId: ParticipantId,
  now: Date,
): Promise<{ readonly number: string; readonly until: Date } | null> {
  const showing = await database().cardShowing.findFirst({
    where: { participantId },
    orderBy: { shownAt: "desc" },
    select: { shownAt: true },
  });
  if (!showing || now >= shownUntil(showing.shownAt)) return null;
  const card = await database().recipientCard.findUniqueOrThrow({
    where: { participantId },
    select: { numberCipher: true },
  });
  return { number: decryptField(card.numberCipher), until: shownUntil(showing.shownAt) };
}

/** The 16 digits, for a partner whom the person lets have them; null until the person could have seen them. */
export async function findSharedCardNumber(participantId: ParticipantId): Promise<string | null> {
  const card = await database().recipientCard.findUnique({
    where: { participantId },
    select: { numberCipher: true, shownAt: true },
  });
  if (!card) return null;
  const mayKnow = card.shownAt !== null || (await findInduction(participantId)).isDone;
  return mayKnow ? decryptField(card.numberCipher) : null;
}

/** How often the person had the number shown, and when the last time. */
export async function findCardShowings(participantId: ParticipantId): Promise<CardShowings> {
  const { _count, _max } = await database().cardShowing.aggregate({
    where: { participantId },
    _count: true,
    _max: { shownAt: true },
  });
  return { count: _count, lastAt: _max.shownAt };
}

/** How far the person is with the three parts before the card. */
export async function findInduction(
  participantId: ParticipantId,
  db: Transaction = database(),
): Promise<InductionState> {
  const rows = await db.induction.findMany({ where: { participantId }, orderBy: { part: "asc" } });
  const parts = rows.flatMap(({ part, openedAt, doneAt }) => {
    const known = inductionParts.find((one) => one === part);
    return known ? [{ part: known, openedAt, doneAt }] : [];
  });
  return readInduction(parts);
}

/** What is left to buy trainings with, in rupiah. */
export async function findTrainingBalance(participantId: ParticipantId): Promise<Rupiah> {
  return balanceOf({ kind: "training_balance", owner: participantId });
}

/** The last moment to buy the first training; null for people who are no recipients. */
export async function findFirstPurchaseDeadline(participantId: ParticipantId): Promise<Date | null> {
  const determination = await findDetermination(participantId);
  if (!determination) return null;
  const [{ parameters }, calledOffAt] = await Promise.all([
    findSchemeOfWave(determination.waveId),
    findCalledOffAt(participantId),
  ]);
  return firstPurchaseDeadline(determination.determinedAt, parameters.daysToFirstPurchase, calledOffAt);
}

/** When a provider called off what the person had bought, the last time; null when none did. */
export async function findCalledOffAt(participantId: ParticipantId): Promise<Date | null> {
  const row = await database().purchase.findFirst({
    where: { participantId, cancelCause: "schedule" },
    orderBy: { cancelledAt: "desc" },
    select: { cancelledAt: true },
  });
  return row?.cancelledAt ?? null;
}

/** The movements of the person's balance, newest first. */
export async function findBalanceMovements(
  participantId: ParticipantId,
  page: { readonly after?: string; readonly size: number },
): Promise<MovementPage> {
  const found = await movementsOf(
    { kind: "training_balance", owner: participantId },
    { after: page.after, size: page.size + 1 },
  );
  const rows = found.slice(0, page.size).map(({ transferId, key, amount, balanceAfter, occurredAt }) => ({
    ...readMovement(key),
    id: transferId,
    ...{ amount, occurredAt },
    balanceAfter: rupiah(balanceAfter ?? 0n),
  }));
  return { rows, next: found.length > page.size ? (rows.at(-1)?.id ?? null) : null };
}
