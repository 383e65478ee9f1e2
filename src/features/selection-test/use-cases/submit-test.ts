import type { Actor, ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { testSubmitted } from "../events.ts";
import { judgeTest } from "../policy/score-test.ts";
import { decideAnswer } from "../policy/test-terms.ts";
import type { TestRefusal } from "../refusals.ts";
import { findAnswersToScore, findTestRules, lockAttempt, markSubmitted } from "../repository.ts";
import type { TestAttempt } from "../types.ts";

/** Hands the test in before its time is over. Handing it in again changes nothing. */
export async function submitTest(work: Work<ParticipantActor>): Promise<Result<null, TestRefusal>> {
  const attempt = await lockAttempt(work.tx, work.actor.participantId);
  if (attempt?.submittedAt) return ok(null);
  const decision = decideAnswer(attempt, work.now);
  if (!decision.ok) return decision;
  await handIn(work, decision.value, "participant");
  return ok(null);
}

/** Scores an attempt by the gate that it was started under, keeps the score and tells the later stages. */
export async function handIn(
  work: Work<Actor>,
  attempt: TestAttempt,
  by: "participant" | "deadline",
): Promise<void> {
  const gatePercent = attempt.gatePercent ?? (await findTestRules(work.tx, attempt.schemeCode)).gatePercent;
  const verdict = judgeTest(await findAnswersToScore(work.tx, attempt.id), gatePercent);
  const at = by === "deadline" ? attempt.endsAt : work.now;
  if (!(await markSubmitted(work.tx, attempt.id, { at, by, verdict }))) return;
  const { id: attemptId, participantId } = attempt;
  await work.publish(testSubmitted({ attemptId, participantId, passed: verdict.passed }));
}
