import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { type Filled, moveTo } from "../repository.ts";
import type { TypedOnCard } from "../types/documents.ts";
import type { CardReading, DocumentKind, StoredPhoto } from "../types.ts";

/** Keeps a photo; the one before it is marked for removal. Its file has a row now, and is no longer unclaimed. */
export async function replacePhoto(
  tx: Transaction,
  id: ParticipantId,
  photo: StoredPhoto & { readonly documentId: string; readonly kind: DocumentKind },
  filled: Filled,
) {
  await tx.idDocument.updateMany({
    where: { participantId: id, kind: photo.kind, replacedAt: null },
    data: { replacedAt: filled.now },
  });
  const { documentId, ...file } = photo;
  await tx.idDocument.create({
    data: { ...file, id: documentId, participantId: id, createdAt: filled.now },
  });
  await moveTo(tx, id, filled);
}

/** Removes the rows of photos that were replaced; the database notes their files as unclaimed. */
export async function deleteReplacedPhotos(tx: Transaction, limit: number): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM id_document WHERE id IN (
      SELECT id FROM id_document WHERE replaced_at IS NOT NULL LIMIT ${limit} FOR UPDATE SKIP LOCKED)`;
}

/** Notes a file before it is written: whatever happens then, it is removed unless a document's row takes it. */
export async function expectFile(tx: Transaction, storageKey: string, removeFrom: Date): Promise<void> {
  await tx.unclaimedFile.create({ data: { storageKey, removeFrom } });
}

export async function findUnclaimedFiles(tx: Transaction, now: Date, limit: number): Promise<string[]> {
  const rows = await tx.unclaimedFile.findMany({
    where: { removeFrom: { lte: now } },
    select: { storageKey: true },
    orderBy: { removeFrom: "asc" },
    take: limit,
  });
  return rows.map(({ storageKey }) => storageKey);
}

export async function forgetUnclaimedFile(tx: Transaction, storageKey: string): Promise<void> {
  await tx.unclaimedFile.deleteMany({ where: { storageKey } });
}

/** The KTP photo of that id, or of that person, when it counts and was not read yet. */
export async function findCardToRead(
  tx: Transaction,
  which: { readonly id: string } | { readonly participantId: string },
): Promise<{ readonly id: string; readonly storageKey: string } | null> {
  const row = await tx.idDocument.findFirst({
    where: { ...which, kind: "id_card", replacedAt: null },
    select: { id: true, storageKey: true, reading: true },
  });
  return row && row.reading === null ? { id: row.id, storageKey: row.storageKey } : null;
}

/** What the person typed of what stands on the card, held still until the transaction ends; null while it is not all there. */
export async function lockTypedOnCard(tx: Transaction, documentId: string): Promise<TypedOnCard | null> {
  await tx.$queryRaw`
    SELECT 1 FROM registration JOIN id_document USING (participant_id)
    WHERE id_document.id = ${documentId}::uuid FOR UPDATE OF registration`;
  const row = await tx.idDocument.findUnique({
    where: { id: documentId },
    select: { registration: { select: { nikCipher: true, fullName: true, birthDate: true } } },
  });
  const { nikCipher, fullName, birthDate } = row?.registration ?? {};
  if (!nikCipher || !fullName || !birthDate) return null;
  return {
    nik: decryptField(nikCipher),
    name: fullName,
    birthDate: birthDate.toISOString().slice(0, 10) as Day,
  };
}

export async function writeReading(tx: Transaction, documentId: string, reading: CardReading): Promise<void> {
  await tx.idDocument.updateMany({ where: { id: documentId, replacedAt: null }, data: { reading } });
}
