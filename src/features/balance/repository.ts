import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import type { InductionPart } from "./types.ts";

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

/** Locks the card until this transaction ends, so that of two showings at once one counts the other. */
export async function lockCard(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.$queryRaw`
    SELECT 1 FROM recipient_card WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
}

/** Writes down that the number was shown, and remembers the first time with the card. */
export async function insertShowing(
  tx: Transaction,
  showing: { readonly id: string; readonly participantId: ParticipantId; readonly shownAt: Date },
): Promise<void> {
  const { participantId, shownAt } = showing;
  await tx.cardShowing.create({ data: showing });
  await tx.recipientCard.updateMany({ where: { participantId, shownAt: null }, data: { shownAt } });
}

/** Opens a part; one that is open keeps its first moment. */
export async function openPart(
  tx: Transaction,
  participantId: ParticipantId,
  part: InductionPart,
  openedAt: Date,
): Promise<void> {
  await tx.induction.createMany({ data: [{ participantId, part, openedAt }], skipDuplicates: true });
}

/** A part that is done keeps its first moment. */
export async function finishPart(
  tx: Transaction,
  participantId: ParticipantId,
  part: InductionPart,
  doneAt: Date,
): Promise<void> {
  await tx.induction.updateMany({ where: { participantId, part, doneAt: null }, data: { doneAt } });
}
