import type { Transaction } from "#platform/db/client.ts";
import type { BulkFileId, BulkFileStatus, FileFailure, OpenList, StoredList } from "../types.ts";

type Arrival = {
  readonly id: BulkFileId;
  readonly officerId: string;
  readonly regencyCode: string;
  readonly consentVersion: number;
  readonly receivedAt: Date;
};

/** Whether this list is new to the region; of two at once the second waits and is told no. */
export async function insertFile(tx: Transaction, list: StoredList, by: Arrival): Promise<boolean> {
  const count = await tx.$executeRaw`
    INSERT INTO bulk_file (id, officer_id, regency_code, file_hash, name, format, storage_key, consent_version,
                           unknown_columns, received_at, progressed_at)
    VALUES (${by.id}::uuid, ${by.officerId}::uuid, ${by.regencyCode}, ${list.hash}, ${list.name},
            ${list.format}::sheet_format, ${list.storageKey}, ${by.consentVersion}, ${[...list.unknown]}::text[],
            ${by.receivedAt}, ${by.receivedAt})
    ON CONFLICT (regency_code, file_hash) WHERE status NOT IN ('undone', 'failed') DO NOTHING`;
  return count === 1;
}

export async function findSameFile(tx: Transaction, regencyCode: string, hash: Uint8Array): Promise<string> {
  const { id } = await tx.bulkFile.findFirstOrThrow({
    where: { regencyCode, fileHash: new Uint8Array(hash), status: { notIn: ["undone", "failed"] } },
    select: { id: true },
  });
  return id;
}

/** The list, locked until the transaction ends; null where it is not in this state (any more). */
export async function lockFile(
  tx: Transaction,
  id: string,
  states: readonly BulkFileStatus[],
): Promise<OpenList | null> {
  await tx.$queryRaw`SELECT 1 FROM bulk_file WHERE id = ${id}::uuid FOR UPDATE`;
  const row = await tx.bulkFile.findFirst({ where: { id, status: { in: [...states] } } });
  if (!row) return null;
  const { officerId, regencyCode, storageKey, consentVersion, receivedAt, rowsTotal, lastRow } = row;
  return {
    id: row.id as BulkFileId,
    officerId,
    regencyCode,
    storageKey,
    consentVersion,
    receivedAt,
    rowsTotal,
    lastRow,
  };
}

/** The state of an office's list, locked; null where the region has no such list. */
export async function lockStatus(
  tx: Transaction,
  id: string,
  regencyCode: string,
): Promise<BulkFileStatus | null> {
  const [row] = await tx.$queryRaw<{ readonly status: BulkFileStatus }[]>`
    SELECT status::text AS status FROM bulk_file
    WHERE id = ${id}::uuid AND regency_code = ${regencyCode} FOR UPDATE`;
  return row?.status ?? null;
}

export async function markChecking(
  tx: Transaction,
  id: BulkFileId,
  rowsTotal: number,
  now: Date,
): Promise<void> {
  await tx.bulkFile.update({ where: { id }, data: { status: "checking", rowsTotal, progressedAt: now } });
}

export async function markFailed(
  tx: Transaction,
  id: BulkFileId,
  failure: FileFailure,
  now: Date,
): Promise<void> {
  await tx.bulkFile.update({
    where: { id },
    data: { status: "failed", failure, finishedAt: now, progressedAt: now },
  });
}

/** Counts a batch in; with its last row the check is over. */
export async function countRows(
  tx: Transaction,
  id: BulkFileId,
  batch: { readonly taken: number; readonly refused: number; readonly lastRow: number },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_file SET
      rows_taken = rows_taken + ${batch.taken}, rows_refused = rows_refused + ${batch.refused},
      last_row = ${batch.lastRow}, progressed_at = ${now},
      status = CASE WHEN rows_taken + rows_refused + ${batch.taken + batch.refused} = rows_total
                    THEN 'checked'::bulk_file_status ELSE status END,
      finished_at = CASE WHEN rows_taken + rows_refused + ${batch.taken + batch.refused} = rows_total
                         THEN greatest(received_at, ${now}::timestamptz) END
    WHERE id = ${id}::uuid`;
}

export async function markUndoing(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.bulkFile.update({ where: { id }, data: { status: "undoing", progressedAt: now } });
}

/** Counts what an undo removed and what it left; with the last taken row it is over. */
export async function countUndone(
  tx: Transaction,
  id: BulkFileId,
  batch: { readonly undone: number; readonly kept: number },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE bulk_file SET
      rows_undone = rows_undone + ${batch.undone}, rows_kept = rows_kept + ${batch.kept}, progressed_at = ${now},
      status = CASE WHEN rows_undone + rows_kept + ${batch.undone + batch.kept} = rows_taken
                    THEN 'undone'::bulk_file_status ELSE status END,
      undone_at = CASE WHEN rows_undone + rows_kept + ${batch.undone + batch.kept} = rows_taken
                       THEN greatest(finished_at, ${now}::timestamptz) END
    WHERE id = ${id}::uuid`;
}

/** Lists whose check or undo stands still since this moment. */
export async function findStalled(tx: Transaction, since: Date, limit: number) {
  return tx.bulkFile.findMany({
    where: { status: { in: ["received", "checking", "undoing"] }, progressedAt: { lt: since } },
    select: { id: true, status: true },
    orderBy: { progressedAt: "asc" },
    take: limit,
  });
}

export async function touchFile(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.bulkFile.update({ where: { id }, data: { progressedAt: now } });
}

type OldList = { readonly id: string; readonly storageKey: string; readonly isLast: boolean };

/** Stored lists that came in before this moment and are done with; and whether no other list is the same file. */
export async function findOldLists(tx: Transaction, before: Date, limit: number): Promise<OldList[]> {
  return tx.$queryRaw`
    SELECT f.id, f.storage_key AS "storageKey",
           NOT EXISTS (SELECT 1 FROM bulk_file o WHERE o.storage_key = f.storage_key AND o.id <> f.id) AS "isLast"
    FROM bulk_file f
    WHERE f.storage_key IS NOT NULL AND f.received_at < ${before} AND f.status IN ('checked', 'undone', 'failed')
    LIMIT ${limit}`;
}

export async function forgetList(tx: Transaction, id: string): Promise<void> {
  await tx.bulkFile.update({ where: { id }, data: { storageKey: null } });
}
