import type { Transaction } from "#platform/db/client.ts";
import type { TaskFacts } from "../types/participant.ts";
import type { OwnProvider } from "../types.ts";

/** A task of the provider's own trainings, locked until this transaction ends, so that it is answered once; null for another's. */
export async function lockTask(
  tx: Transaction,
  { slug }: OwnProvider,
  id: string,
): Promise<TaskFacts | null> {
  await tx.$queryRaw`SELECT 1 FROM task_record WHERE id = ${id}::uuid FOR UPDATE`;
  const [row] = await tx.$queryRaw<TaskFacts[]>`
    SELECT t.id, t.redeem_code AS "redeemCode", t.purchase_id AS "purchaseId", t.scope, t.sequence::int AS sequence,
      t.status = 2 AS "isTaken", coalesce(bool_or(later.part = 'assignment' AND later.status = 2), false) AS "hasLater",
      coalesce(bool_or(later.part = 'feedback'), false) AS "hasFeedback"
    FROM task_record t
    LEFT JOIN task_record later ON later.redeem_code = t.redeem_code AND later.scope = t.scope AND later.sequence = t.sequence
      AND (later.submitted_at, later.id) > (t.submitted_at, t.id)
    WHERE t.id = ${id}::uuid AND t.provider_slug = ${slug} AND t.part = 'assignment' GROUP BY t.id`;
  return row ?? null;
}

/** Feedback that was written in the portal: nothing has to be fetched, so it is settled at once. */
export async function insertFeedback(
  tx: Transaction,
  { redeemCode, purchaseId, scope, sequence }: TaskFacts,
  feedback: { readonly id: string; readonly notes: string; readonly at: Date },
): Promise<void> {
  const { id, notes, at } = feedback;
  await tx.taskRecord.create({
    data: {
      ...{ id, redeemCode, purchaseId, scope, sequence, notes },
      part: "feedback",
      status: 2,
      submittedAt: at,
      checkedAt: at,
    },
  });
}
