import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";

type Person = { readonly participantId: ParticipantId };

/** Who has not sent a registration that nobody touched since; recipients and who waits for a wave never. */
export async function findUnsentRegistrations(
  tx: Transaction,
  before: Date,
  limit: number,
): Promise<readonly Person[]> {
  return tx.$queryRaw`
    SELECT r.participant_id AS "participantId" FROM registration r
    WHERE r.step <> 'submitted' AND r.updated_at < ${before}
      AND NOT EXISTS (SELECT 1 FROM determination d WHERE d.participant_id = r.participant_id)
      AND NOT EXISTS (SELECT 1 FROM wave_entry e JOIN wave w ON w.id = e.wave_id
                      WHERE e.participant_id = r.participant_id AND w.status NOT IN ('published', 'archived'))
    ORDER BY r.updated_at LIMIT ${limit} FOR UPDATE OF r SKIP LOCKED`;
}

/** Who was decided on, by the registers or the staff, before this moment, has no open case, and has photos left. */
export async function findDecidedWithPhotos(
  tx: Transaction,
  before: Date,
  limit: number,
): Promise<readonly Person[]> {
  return tx.$queryRaw`
    SELECT DISTINCT v.participant_id AS "participantId" FROM id_document d
    JOIN verification v ON v.participant_id = d.participant_id
    JOIN registration r ON r.participant_id = d.participant_id
    WHERE v.status IN ('verified', 'refused') AND coalesce(v.reviewed_at, v.checked_at) < ${before}
      AND r.step = 'submitted'
      AND NOT EXISTS (SELECT 1 FROM review_case c WHERE c.participant_id = v.participant_id AND c.decision IS NULL)
    LIMIT ${limit}`;
}

/** The files go with the sweep of files without a row. */
export async function erasePhotos(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.idDocument.deleteMany({ where: { participantId } });
}

/** Empties what was written in cases that were decided before this moment; the decisions stay. */
export async function eraseReviewWords(tx: Transaction, before: Date, limit: number): Promise<number> {
  await tx.$executeRaw`SELECT set_config('portal.upkeep', 'on', true)`;
  return tx.$executeRaw`
    UPDATE review_case SET statement_cipher = NULL, note_cipher = NULL
    WHERE id IN (SELECT id FROM review_case
                 WHERE decided_at < ${before} AND num_nonnulls(statement_cipher, note_cipher) > 0 LIMIT ${limit})`;
}

export async function eraseOldCodes(tx: Transaction, before: Date, limit: number): Promise<number> {
  return tx.$executeRaw`
    DELETE FROM one_time_code
    WHERE id IN (SELECT id FROM one_time_code WHERE created_at < ${before} ORDER BY created_at LIMIT ${limit})`;
}
