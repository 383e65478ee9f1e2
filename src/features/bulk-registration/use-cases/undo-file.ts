import type { StaffActor } from "#authorization/actor.ts";
import { findOfficeRegion } from "#features/assisted-registration/queries.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { bulkUndoWanted } from "../events.ts";
import { decideUndo } from "../policy.ts";
import type { BulkRefusal } from "../refusals.ts";
import { lockStatus, markUndoing } from "../repository/files.ts";

/** Takes a list back. The worker removes its people, except those of whom somebody has taken charge since. */
export async function undoFile(
  work: Work<StaffActor>,
  { bulkFileId }: { readonly bulkFileId: string },
): Promise<Result<{ bulkFileId: string }, BulkRefusal>> {
  const region = await findOfficeRegion(work.actor.accountId, work.tx);
  const status = region && (await lockStatus(work.tx, bulkFileId, region.code));
  if (!status) return refuse({ code: "bulk-file-unknown" });
  const decision = decideUndo(status);
  if (!decision.ok) return decision;
  await markUndoing(work.tx, bulkFileId, work.now);
  await work.record({ action: "bulk-undo-wanted", subject: `bulk-file:${bulkFileId}` });
  await work.publish(bulkUndoWanted({ bulkFileId }));
  return ok({ bulkFileId });
}
