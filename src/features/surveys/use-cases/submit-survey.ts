import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { surveySubmitted } from "../events.ts";
import { decideSubmission } from "../policy.ts";
import type { SurveyRefusal } from "../refusals.ts";
import { lockRound, saveAnswers } from "../repository.ts";
import type { SurveyAnswers } from "../types.ts";

/** Keeps the answers of an open survey, once. What was answered plays no part in what follows. */
export async function submitSurvey(
  work: Work<ParticipantActor>,
  input: { readonly number: number; readonly answers: SurveyAnswers },
): Promise<Result<{ number: number }, SurveyRefusal>> {
  const key = { participantId: work.actor.participantId, number: input.number };
  const round = decideSubmission(await lockRound(work.tx, key.participantId, key.number), work.now);
  if (!round.ok) return round;
  await saveAnswers(work.tx, key, input.answers, work.now);
  await work.publish(surveySubmitted(key));
  return ok({ number: input.number });
}
