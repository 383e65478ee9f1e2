import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isUniqueViolation } from "#platform/db/client.ts";
import type { Work } from "#platform/db/work.ts";
import { decideExclusion } from "../policy/exclusion.ts";
import type { ReviewRefusal } from "../refusals.ts";
import { insertExclusion, lockExclusionFacts } from "../repository/exclusions.ts";
import type { ExclusionReason } from "../types.ts";

/** An administrator takes a person out of a wave before its list is fixed. It is never taken back. */
export async function excludeApplicant(
  work: Work<StaffActor>,
  input: {
    readonly waveId: string;
    readonly participantId: string;
    readonly reason: ExclusionReason;
    readonly note: string;
  },
): Promise<Result<{ waveId: string; participantId: string }, ReviewRefusal>> {
  const { waveId, participantId, reason, note } = input;
  const decision = decideExclusion(await lockExclusionFacts(work.tx, waveId, participantId));
  if (!decision.ok) return decision;
  const by = { excludedBy: work.actor.accountId, excludedAt: work.now };
  try {
    await insertExclusion(work.tx, { waveId, participantId, reason, note, ...by });
  } catch (error) {
    // Two administrators at once: the other one was faster.
    if (isUniqueViolation(error)) return refuse({ code: "review-excluded-already" });
    throw error;
  }
  await work.record({
    action: "applicant-excluded",
    subject: `participant:${participantId}`,
    details: { waveId, reason },
  });
  return ok({ waveId, participantId });
}
