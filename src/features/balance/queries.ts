import { findDetermination } from "#features/determination/queries.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { type Rupiah, rupiah } from "#kernel/money.ts";
import { balanceOf, movementsOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { firstPurchaseDeadline, readMovement } from "./policy.ts";
import type { MovementPage, RecipientCard } from "./types.ts";

/** The person's card; null while there is none. */
export async function findCard(participantId: ParticipantId): Promise<RecipientCard | null> {
  return database().recipientCard.findUnique({
    where: { participantId },
    select: { issuedAt: true, shownAt: true },
  });
}

/** The 16 digits of the person's own card, once they have asked for them; null before that. */
export async function findShownCardNumber(participantId: ParticipantId): Promise<string | null> {
  const card = await database().recipientCard.findFirst({
    where: { participantId, shownAt: { not: null } },
    select: { numberCipher: true },
  });
  return card && decryptField(card.numberCipher);
}

/** What is left to buy trainings with, in rupiah. */
export async function findTrainingBalance(participantId: ParticipantId): Promise<Rupiah> {
  return balanceOf({ kind: "training_balance", owner: participantId });
}

/** The last moment to buy the first training; null for people who are no recipients. */
export async function findFirstPurchaseDeadline(participantId: ParticipantId): Promise<Date | null> {
  const determination = await findDetermination(participantId);
  if (!determination) return null;
  const { parameters } = await findSchemeOfWave(determination.waveId);
  return firstPurchaseDeadline(determination.determinedAt, parameters.daysToFirstPurchase);
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
