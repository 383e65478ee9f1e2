import type { StaffActor } from "#authorization/actor.ts";
import { findOfficeRegion } from "#features/assisted-registration/queries.ts";
import { CONSENT_VERSION } from "#features/assisted-registration/types.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { bulkFileReceived } from "../events.ts";
import { headerOf } from "../queries/vocabulary.ts";
import type { BulkRefusal } from "../refusals.ts";
import { findSameFile, insertFile } from "../repository/files.ts";
import type { BulkFileId, Column, StoredList } from "../types.ts";

type Received = { readonly bulkFileId: string; readonly isNew: boolean };

/** Takes a stored list for checking; the same list again leads to the first one. The worker does the rest. */
export async function receiveFile(
  work: Work<StaffActor>,
  list: StoredList,
): Promise<Result<Received, BulkRefusal>> {
  if (list.missing.length > 0) return refuse({ code: "bulk-columns-missing", columns: told(list.missing) });
  if (list.twice.length > 0) return refuse({ code: "bulk-columns-twice", columns: told(list.twice) });
  const region = await findOfficeRegion(work.actor.accountId, work.tx);
  if (!region) return refuse({ code: "bulk-no-region" });
  const bulkFileId: BulkFileId = work.newId<"bulk-file">();
  const officerId = work.actor.accountId;
  const isNew = await insertFile(work.tx, list, {
    id: bulkFileId,
    officerId,
    regencyCode: region.code,
    consentVersion: CONSENT_VERSION,
    receivedAt: work.now,
  });
  if (!isNew) return ok({ bulkFileId: await findSameFile(work.tx, region.code, list.hash), isNew });
  await work.record({
    action: "bulk-file-received",
    subject: `bulk-file:${bulkFileId}`,
    details: { consentVersion: CONSENT_VERSION },
  });
  await work.publish(bulkFileReceived({ bulkFileId }));
  return ok({ bulkFileId, isNew });
}

/** Headers are Indonesian in every language, as the template has them. */
function told(columns: readonly Column[]): string {
  return columns.map((column) => headerOf(column, "id")).join(", ");
}
