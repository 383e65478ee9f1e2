import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { lockOverdueAttempt } from "../repository.ts";
import { noteOutagesDue } from "./note-outages.ts";
import { handIn } from "./submit-test.ts";

const BATCH = 200;

/**
 * Hands in the tests whose time is over, each in a transaction of its own. Says how many. Time that the service took is
 * given back first: after an outage, nobody's test ends in the first look.
 */
export async function submitOverdueTestsDue(now: Date): Promise<number> {
  await noteOutagesDue(now);
  for (let done = 0; done < BATCH; done += 1) {
    const result = await inOneTransaction(
      system,
      async (work) => {
        const attempt = await lockOverdueAttempt(work.tx, work.now);
        if (attempt) await handIn(work, attempt, "deadline");
        return ok(attempt !== null);
      },
      { now },
    );
    if (!result.ok || !result.value) return done;
  }
  return BATCH;
}
