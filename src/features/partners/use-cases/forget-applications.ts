import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { forgottenBefore } from "../policy/application.ts";
import { deleteUnproven } from "../repository/applications.ts";

const BATCH = 500;

/** Forgets applications that nobody confirmed in a week; answers how many. */
export async function forgetApplicationsDue(now: Date): Promise<number> {
  const done = await inOneTransaction(
    system,
    async (work) => ok(await deleteUnproven(work.tx, forgottenBefore(now), BATCH)),
    { now },
  );
  return done.ok ? done.value : 0;
}
