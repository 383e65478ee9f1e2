import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { partiesTooLate, valueOfTheRule } from "../policy/promises.ts";
import { sha256 } from "../queries/sha256.ts";
import { findWavesWaiting, insertValue, lockCeremony } from "../repository/promises.ts";

/** Gives the values that were not shown in time by the published rule. Says how many. */
export async function fillMissingValuesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      let given = 0;
      for (const waveId of await findWavesWaiting(work.tx, work.now)) given += await fill(work, waveId);
      return ok(given);
    },
    { now },
  );
  return result.ok ? result.value : 0;
}

async function fill(work: Work, waveId: string): Promise<number> {
  const ceremony = await lockCeremony(work.tx, waveId);
  if (!ceremony) return 0;
  const late = partiesTooLate(ceremony, work.now);
  for (const { party, commitment } of ceremony.promised.filter((promise) => late.includes(promise.party))) {
    const value = valueOfTheRule(sha256, ceremony.number, party, { root: ceremony.root, commitment });
    await insertValue(work.tx, { waveId, party, value, revealedBy: null, revealedAt: work.now });
    await work.record({ action: "draw-value-by-rule", subject: `wave:${waveId}`, details: { party } });
  }
  return late.length;
}
