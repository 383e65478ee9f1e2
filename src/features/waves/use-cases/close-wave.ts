import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { agreeByTwo } from "#platform/approval/agree.ts";
import type { ApprovalRefusal } from "#platform/approval/rules.ts";
import type { Work } from "#platform/db/work.ts";
import { decideClosing } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { barTurnstile, endWave, lockWave } from "../repository.ts";

/**
 * Closes an open wave before its time: one operator proposes it, and when another one does the same, the wave closes and
 * nobody joins any more.
 */
export async function closeWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal | ApprovalRefusal>> {
  await barTurnstile(work.tx, waveId);
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const decision = decideClosing(wave, work.now);
  if (!decision.ok) return decision;
  const agreement = await agreeByTwo(work, { subject: `wave:${wave.id}`, step: "close" });
  if (!agreement.ok) return agreement;
  if (agreement.value === "proposed") return ok({ waveId });
  await endWave(work.tx, wave.id, work.now);
  await work.record({
    action: "wave-closed",
    subject: `wave:${wave.id}`,
    details: { number: wave.number, byItsTime: false },
  });
  return ok({ waveId });
}
