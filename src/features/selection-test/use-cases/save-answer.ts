import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAnswer, optionAt } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import { countQuestions, findOptionOrder, lockAttempt, saveChoice } from "../repository.ts";

type Input = {
  readonly position: number;
  /** The place of the option as it was shown; none leaves the question as it is. */
  readonly choice?: number;
  readonly go: "next" | "previous" | "finish";
};

/** Saves one answer and says which question comes next; null after the last one. An answer may be changed until the end. */
export async function saveAnswer(
  work: Work<ParticipantActor>,
  { position, choice, go }: Input,
): Promise<Result<{ next: number | null }, TestRefusal>> {
  const decision = decideAnswer(await lockAttempt(work.tx, work.actor.participantId), work.now);
  if (!decision.ok) return decision;
  const attemptId = decision.value.id;
  const optionOrder = await findOptionOrder(work.tx, attemptId, position);
  if (!optionOrder) return refuse({ code: "test-question-unknown" });

  if (choice !== undefined) {
    const option = optionAt(optionOrder, choice);
    if (!option.ok) return option;
    await saveChoice(work.tx, { attemptId, position }, option.value, work.now);
  }
  if (go === "previous") return ok({ next: Math.max(1, position - 1) });
  const isLast = position >= (await countQuestions(work.tx, attemptId));
  return ok({ next: go === "finish" || isLast ? null : position + 1 });
}
