import { addSeconds } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { TaskPart, TaskPlace } from "../types/redeemable.ts";

type NewTask = TaskPlace & {
  readonly id: string;
  readonly purchaseId: string;
  readonly part: TaskPart;
  readonly urlFile: string | null;
  readonly notes: string | null;
  readonly status: 1 | 2;
  readonly submittedAt: Date;
};

export async function insertTask(tx: Transaction, task: NewTask): Promise<void> {
  await tx.taskRecord.create({ data: { ...task, checkedAt: task.status === 1 ? null : task.submittedAt } });
}

export type PendingFile = { readonly id: string; readonly urlFile: string; readonly submittedAt: Date };

/** Seconds until a file that could not be fetched is tried again, or one whose worker died. */
const PAUSE_SECONDS = 60;

/** Takes files that wait to be fetched, oldest first, so that no other worker fetches them meanwhile. */
export async function takePendingFiles(tx: Transaction, now: Date, limit: number): Promise<PendingFile[]> {
  return tx.$queryRaw<PendingFile[]>`
    UPDATE task_record SET checked_at = ${now}
    WHERE id IN (
      SELECT id FROM task_record WHERE status = 1 AND url_file IS NOT NULL
        AND (checked_at IS NULL OR checked_at <= ${addSeconds(now, -PAUSE_SECONDS)})
      ORDER BY status, submitted_at LIMIT ${limit} FOR UPDATE SKIP LOCKED)
    RETURNING id::text, url_file AS "urlFile", submitted_at AS "submittedAt"`;
}

/** What became of a file; what is settled stays. */
export async function settleTask(
  tx: Transaction,
  { id, failure, now }: { readonly id: string; readonly failure: string | null; readonly now: Date },
): Promise<void> {
  await tx.taskRecord.updateMany({
    where: { id, status: 1 },
    data: { status: failure ? 3 : 2, failure, checkedAt: now },
  });
}
