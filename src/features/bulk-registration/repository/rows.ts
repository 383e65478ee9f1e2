import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { BulkFileId, DecidedRow, OpenList } from "../types.ts";

/** Writes the verdicts of a batch. */
export async function insertRows(
  tx: Transaction,
  bulkFileId: BulkFileId,
  rows: readonly DecidedRow[],
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO bulk_row (bulk_file_id, row_number, status, reasons, participant_id)
    SELECT ${bulkFileId}::uuid, number,
           CASE WHEN participant IS NULL THEN 'refused' ELSE 'taken' END::bulk_row_status, reasons, participant
    FROM unnest(${rows.map(({ number }) => number)}::int[], ${rows.map(({ reasons }) => JSON.stringify(reasons))}::jsonb[],
                ${rows.map(({ participantId }) => participantId)}::uuid[]) AS row (number, reasons, participant)`;
}

/** Keeps with each person who helped, and that they agreed on paper; as assisted registration keeps it of one. */
export async function insertHelp(
  tx: Transaction,
  list: OpenList,
  people: readonly ParticipantId[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO assisted_registration (participant_id, officer_id, regency_code, consent_version, consent_method,
                                       consent_at, source, created_at)
    SELECT id, ${list.officerId}::uuid, ${list.regencyCode}, ${list.consentVersion}, 'signed_paper',
           ${list.receivedAt}, 'bulk', greatest(${now}::timestamptz, ${list.receivedAt}::timestamptz)
    FROM unnest(${[...people]}::uuid[]) AS person (id)`;
}

/** Forgets the help of somebody who is removed again. */
export async function deleteHelp(tx: Transaction, participantId: ParticipantId): Promise<void> {
  await tx.assistedRegistration.delete({ where: { participantId } });
}

export type TakenRow = { readonly number: number; readonly participantId: ParticipantId };

/** The next taken rows, with their people's accounts locked: nobody takes one over while it is looked at. */
export async function lockTakenRows(
  tx: Transaction,
  bulkFileId: BulkFileId,
  limit: number,
): Promise<TakenRow[]> {
  return tx.$queryRaw`
    SELECT r.row_number AS number, r.participant_id AS "participantId"
    FROM bulk_row r JOIN account a ON a.id = r.participant_id
    WHERE r.bulk_file_id = ${bulkFileId}::uuid AND r.status = 'taken'
    ORDER BY r.row_number LIMIT ${limit} FOR UPDATE OF a`;
}

/** Those among these people of whom somebody has taken charge since the list was taken. */
export async function findTouched(
  tx: Transaction,
  participantIds: readonly ParticipantId[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ readonly id: string }[]>`
    SELECT a.id FROM account a JOIN registration r ON r.participant_id = a.id
    WHERE a.id = ANY(${[...participantIds]}::uuid[])
      AND (a.password_hash IS NOT NULL OR a.email_verified_at IS NOT NULL OR a.phone_verified_at IS NOT NULL
           OR r.submitted_at IS NOT NULL OR r.updated_at <> r.started_at)`;
  return new Set(rows.map(({ id }) => id));
}

export async function markRow(
  tx: Transaction,
  bulkFileId: BulkFileId,
  { number }: TakenRow,
  status: "undone" | "kept",
): Promise<void> {
  await tx.bulkRow.update({
    where: { bulkFileId_rowNumber: { bulkFileId, rowNumber: number } },
    data: status === "undone" ? { status, participantId: null } : { status },
  });
}
