import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { setAllotment } from "#ledger/funds.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAllotment } from "../policy.ts";
import type { AccountingRefusal } from "../refusals.ts";
import { lockWaveBudget } from "../repository.ts";

/** An administrator says how much a wave may promise in all, in rupiah; from here on nothing is added by itself. */
export async function setWaveAllotment(
  work: Work<StaffActor>,
  { waveId, amount }: { readonly waveId: string; readonly amount: bigint },
): Promise<Result<{ number: number }, AccountingRefusal>> {
  const decision = decideAllotment(await lockWaveBudget(work.tx, waveId), amount);
  if (!decision.ok) return decision;
  const { number, schemeCode, allotted, free } = decision.value;
  const set = await setAllotment(work, { waveId, schemeCode, amount }, work.actor.accountId);
  if (!set.ok) return refuse({ code: "allotment-below-promised", promised: Number(allotted - free) });
  await work.record({
    action: "wave-allotment-set",
    subject: `wave:${waveId}`,
    details: { number, before: Number(allotted), amount: Number(amount) },
  });
  return ok({ number });
}
