import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { removeOldChanges } from "../repository/contact-changes.ts";
import { removeOldGuards } from "../repository/guards.ts";
import { removeOldChallenges } from "../repository/passkeys.ts";
import { removeOldRecoveries } from "../repository/recoveries.ts";
import { removeOldSessions } from "../repository/sessions.ts";

const DAY = 86_400;

/** Forgets failures, questions and challenges that have no meaning any more, and sessions and changed contacts of long ago; says how many. */
export async function forgetAttemptsDue(now: Date): Promise<number> {
  const forgotten = await inOneTransaction(
    system,
    async ({ tx }) => {
      const counts = [
        await removeOldGuards(tx, addSeconds(now, -2 * DAY)),
        await removeOldRecoveries(tx, addSeconds(now, -2 * DAY)),
        await removeOldChallenges(tx),
        await removeOldSessions(tx),
        await removeOldChanges(tx, addSeconds(now, -7 * DAY)),
      ];
      return ok(counts.reduce((sum, count) => sum + count, 0));
    },
    { now },
  );
  return forgotten.ok ? forgotten.value : 0;
}
