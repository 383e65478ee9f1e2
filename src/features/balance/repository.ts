import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";

/** Writes the card down; false when the person has one already. */
export async function insertCard(
  tx: Transaction,
  participantId: ParticipantId,
  number: string,
  issuedAt: Date,
): Promise<boolean> {
  if (await tx.recipientCard.findUnique({ where: { participantId }, select: { participantId: true } })) {
    return false;
  }
  await tx.recipientCard.create({
    data: {
      participantId,
      numberCipher: encryptField(number),
      numberIndex: blindIndex("card", number),
      issuedAt,
    },
  });
  return true;
}

/** Remembers when the number was first asked for; false when there is no card. */
export async function markCardShown(
  tx: Transaction,
  participantId: ParticipantId,
  now: Date,
): Promise<boolean> {
  const card = await tx.recipientCard.findUnique({ where: { participantId }, select: { shownAt: true } });
  if (!card) return false;
  if (!card.shownAt) await tx.recipientCard.update({ where: { participantId }, data: { shownAt: now } });
  return true;
}
