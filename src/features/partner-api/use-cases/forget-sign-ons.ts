import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { removeOldMarks } from "../repository/sso.ts";

const BATCH = 1_000;
const KEPT_SECONDS = 24 * 3_600;

/** Forgets codes and tokens that ended a day ago; answers how many. */
export async function forgetSignOnsDue(now: Date): Promise<number> {
  const before = addSeconds(now, -KEPT_SECONDS);
  const removed = await inOneTransaction(
    system,
    async (work) => ok(await removeOldMarks(work.tx, before, BATCH)),
    { now },
  );
  return removed.ok ? removed.value : 0;
}
