import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { membershipCompleted } from "../events.ts";
import { lockFinishedMembers, markCompleted } from "../repository/completions.ts";

const BATCH = 100;

/** Members who have received everything and have nothing left to do are through. */
export async function completeMembershipsDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const finished = await lockFinishedMembers(work.tx, now, BATCH);
      await markCompleted(work.tx, finished, now);
      for (const participantId of finished) await work.publish(membershipCompleted({ participantId }));
      return ok(finished.length);
    },
    { now },
  );
  return result.ok ? result.value : 0;
}
