import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { bulkFileReceived, bulkUndoWanted } from "../events.ts";
import { findStalled, touchFile } from "../repository/files.ts";

/** Seconds without a new row after which a list counts as left alone; a batch takes a fraction of one. */
const STALLED_SECONDS = 90;
const BATCH = 20;

/** Takes up lists whose worker was stopped on the way. Whoever still works on one merely finds its rows decided. */
export async function continueBulkFilesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const stalled = await findStalled(work.tx, addSeconds(now, -STALLED_SECONDS), BATCH);
      for (const { id, status } of stalled) {
        await touchFile(work.tx, id, now);
        const event = status === "undoing" ? bulkUndoWanted : bulkFileReceived;
        await work.publish(event({ bulkFileId: id }));
      }
      return ok(stalled.length);
    },
    { now },
  );
  return result.ok ? result.value : 0;
}
