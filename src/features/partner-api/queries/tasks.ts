import { database, type Transaction } from "#platform/db/client.ts";
import type { TaskPart, TaskPlace, TaskStatus } from "../types/redeemable.ts";

/** Where the latest task and the latest feedback of a place stand; 0 where none was handed in. */
export async function findTaskStatuses(
  { redeemCode, scope, sequence }: TaskPlace,
  tx: Transaction = database(),
): Promise<Readonly<Record<TaskPart, TaskStatus>>> {
  const rows = await tx.$queryRaw<{ part: TaskPart; status: TaskStatus }[]>`
    SELECT DISTINCT ON (part) part, status FROM task_record
    WHERE redeem_code = ${redeemCode} AND scope = ${scope} AND sequence = ${sequence}::smallint
    ORDER BY part, submitted_at DESC, id DESC`;
  const of = (part: TaskPart) => rows.find((row) => row.part === part)?.status ?? 0;
  return { assignment: of("assignment"), feedback: of("feedback") };
}
