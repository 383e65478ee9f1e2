import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isKeptTooLong } from "../policy/terms.ts";
import { findHeldCases, findOverdueCases, markOverdue } from "../repository/overdue.ts";
import { freeCase } from "../repository.ts";

const BATCH = 100;

/** Gives back what somebody kept for more than a day, and writes down what was not decided in time. */
export async function remindOverdueReviewsDue(now: Date): Promise<number> {
  const done = await inOneTransaction(
    system,
    async (work) => {
      const held = await findHeldCases(work.tx, BATCH);
      const kept = held.filter(({ assignedAt }) => isKeptTooLong(assignedAt, work.now));
      for (const { id } of kept) {
        await freeCase(work.tx, id);
        await work.record({ action: "review-kept-too-long", subject: `review:${id}` });
      }
      const overdue = await findOverdueCases(work.tx, work.now, BATCH);
      for (const { id } of overdue) {
        await markOverdue(work.tx, id, work.now);
        await work.record({ action: "review-overdue", subject: `review:${id}` });
      }
      return ok(kept.length + overdue.length);
    },
    { now },
  );
  return done.ok ? done.value : 0;
}
