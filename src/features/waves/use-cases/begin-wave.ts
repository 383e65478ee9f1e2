import { ok, type Result } from "#kernel/result.ts";
import { allotByDefault } from "#ledger/funds.ts";
import { promiseOf } from "#ledger/promise.ts";
import type { Work } from "#platform/db/work.ts";
import { decidePlaces } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { giveFreePlaces, lockFreePlaces } from "../repository/plans.ts";
import { fixAndOpen } from "../repository.ts";
import { RULE_VERSION, type Wave } from "../types.ts";

/**
 * The opening itself, of a locked wave that may be opened: scheme and rules are fixed, money for all places is allotted
 * unless an administrator set another sum, and a recovery wave takes the places that became free first. When too few are
 * left of them, nothing is written.
 */
export async function beginWave(
  work: Work,
  wave: Wave,
  { byItsTime }: { readonly byItsTime: boolean },
): Promise<Result<void, WaveRefusal>> {
  if (wave.kind === "recovery") {
    const places = decidePlaces(wave, await lockFreePlaces(work.tx, wave.quota));
    if (!places.ok) return places;
    await giveFreePlaces(work.tx, wave, work.now);
  }
  const parameters = await fixAndOpen(work.tx, wave, { ruleVersion: RULE_VERSION, now: work.now });
  const amount = promiseOf(parameters) * BigInt(wave.quota);
  await allotByDefault(work, { waveId: wave.id, schemeCode: wave.schemeCode, amount });
  await work.record({
    action: "wave-opened",
    subject: `wave:${wave.id}`,
    details: {
      number: wave.number,
      kind: wave.kind,
      scheme: wave.schemeCode,
      quota: wave.quota,
      rule: RULE_VERSION,
      byItsTime,
    },
  });
  return ok();
}
