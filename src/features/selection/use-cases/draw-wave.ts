import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { agreeByTwo } from "#platform/approval/agree.ts";
import type { ApprovalRefusal } from "#platform/approval/rules.ts";
import type { Work } from "#platform/db/work.ts";
import { drawWanted } from "../events.ts";
import { decideDraw, decideRun } from "../policy/steps.ts";
import type { SelectionRefusal } from "../refusals.ts";
import { countValues } from "../repository/draw.ts";
import { askForRun, findRun, lockWaveToSelect } from "../repository/runs.ts";

/**
 * An administrator proposes the draw of a fixed list whose three values are known; when another one presses too, the
 * worker draws.
 */
export async function drawWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string; agreed: boolean }, SelectionRefusal | ApprovalRefusal>> {
  const wave = await lockWaveToSelect(work.tx, waveId);
  if (!wave) return refuse({ code: "selection-wave-unknown" });
  const decision = decideDraw(wave.status, await countValues(work.tx, waveId));
  if (!decision.ok) return decision;
  const asking = decideRun(await findRun(work.tx, waveId, "draw"));
  if (!asking.ok) return asking;
  const agreement = await agreeByTwo(work, { subject: `wave:${waveId}`, step: "draw" });
  if (!agreement.ok) return agreement;
  if (agreement.value === "proposed") return ok({ waveId, agreed: false });
  await askForRun(work.tx, {
    ...{ waveId, step: "draw" },
    askedBy: work.actor.accountId,
    askedAt: work.now,
  });
  await work.publish(drawWanted({ waveId }));
  return ok({ waveId, agreed: true });
}
