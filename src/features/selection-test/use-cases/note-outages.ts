import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { isOutage, mayHoldOutage } from "../policy/outage.ts";
import { findSilence, giveBack, keepPulse, lockPulse } from "../repository/outages.ts";

/** A whole country may be in the middle of its test. */
const SECONDS = 120;

/**
 * Writes down that the service is at work. When it was not, since the last time, for longer than the policy allows,
 * that is written down as an outage, and every test that was running gets the time back, once. Says how many did.
 */
export async function noteOutagesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const { before, after } = await lockPulse(work.tx, work.now);
      if (after.at > before.at) await keepPulse(work.tx, after);
      if (!mayHoldOutage(before, after)) return ok(0);
      const silence = await findSilence(work.tx, before, after);
      if (!isOutage(silence)) return ok(0);
      const outage = { id: work.newId(), ...silence, aheadSeconds: before.aheadSeconds };
      return ok(await giveBack(work.tx, outage, work.now));
    },
    { now, seconds: SECONDS },
  );
  return result.ok ? result.value : 0;
}
