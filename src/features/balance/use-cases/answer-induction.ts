import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAnswer } from "../policy/induction.ts";
import { findInduction } from "../queries.ts";
import type { InductionRefusal } from "../refusals.ts";
import { finishPart, openPart } from "../repository.ts";
import type { InductionChoice, InductionPart } from "../types.ts";

type Input = { readonly part: InductionPart; readonly choice: InductionChoice };

/** Answers the question of a part. A right answer in time finishes it and opens the next one. */
export async function answerInduction(
  work: Work<ParticipantActor>,
  { part, choice }: Input,
): Promise<Result<{ next: InductionPart | null }, InductionRefusal>> {
  const { participantId } = work.actor;
  const decision = decideAnswer(await findInduction(participantId, work.tx), part, choice, work.now);
  if (!decision.ok) return decision;
  await finishPart(work.tx, participantId, part, work.now);
  const { next } = await findInduction(participantId, work.tx);
  if (next !== null) await openPart(work.tx, participantId, next, work.now);
  return ok({ next });
}
