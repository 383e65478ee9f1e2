import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { deleteReceiptsBefore } from "../repository/calls.ts";

/** Seconds: far beyond the tolerance of timestamps, so that a call whose receipt is gone is refused for its age. */
const KEPT_SECONDS = 24 * 3_600;

/** Removes the receipts of calls that are too old to be sent again. */
export async function forgetReceiptsDue(now: Date): Promise<number> {
  const gone = await inOneTransaction(
    system,
    async (work) => ok(await deleteReceiptsBefore(work.tx, addSeconds(now, -KEPT_SECONDS))),
    { now },
  );
  return gone.ok ? gone.value : 0;
}
