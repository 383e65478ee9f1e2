import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { objectionAnswered } from "../events.ts";
import { decideAnswer } from "../policy.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import { answerObjectionRow, lockObjection } from "../repository/objections.ts";
import type { ObjectionOutcome } from "../types.ts";

type Input = {
  readonly waveId: string;
  readonly participantId: string;
  readonly outcome: ObjectionOutcome;
  readonly answer: string;
};

/** An operator answers an objection. Whoever was found right gets the next place that becomes free in the wave. */
export async function answerObjection(
  work: Work<StaffActor>,
  { waveId, participantId, outcome, answer }: Input,
): Promise<Result<null, DeterminationRefusal>> {
  const decision = decideAnswer(await lockObjection(work.tx, participantId, waveId), work.actor.accountId);
  if (!decision.ok) return decision;
  const by = { answeredBy: work.actor.accountId, answeredAt: work.now };
  await answerObjectionRow(work.tx, { participantId, waveId }, { outcome, answer, ...by });
  await work.publish(objectionAnswered({ participantId, waveId, outcome }));
  await work.record({
    action: "objection-answered",
    subject: `participant:${participantId}`,
    details: { wave: waveId, outcome },
  });
  return ok(null);
}
