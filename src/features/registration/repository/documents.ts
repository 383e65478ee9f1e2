import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { type Filled, moveTo } from "../repository.ts";
import type { DocumentKind, StoredPhoto } from "../types.ts";

/** Keeps a photo; the one before it is marked for removal. */
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

export async function findReplacedPhotos(tx: Transaction, limit: number) {
  return tx.idDocument.findMany({
    where: { replacedAt: { not: null } },
    select: { id: true, storageKey: true },
    take: limit,
  });
}

export async function deletePhotoRow(tx: Transaction, id: string): Promise<void> {
  await tx.idDocument.deleteMany({ where: { id } });
}
