import type { ParticipantActor } from "#authorization/actor.ts";
import type { Work } from "#platform/db/work.ts";
import { registrationSubmitted } from "../events.ts";
import { type Answers, changedData } from "../policy/changes.ts";
import { addChanges, findAnswers } from "../repository/answers.ts";
import type { RegistrationStep } from "../types.ts";

/**
 * Before a page is written: which data it changes. A registration that was sent has no second sending, so its change is
 * announced at once; one that was opened again tells everything when it is sent.
 */
export async function noteChange(
  work: Work<ParticipantActor>,
  reached: RegistrationStep,
  answers: Answers,
): Promise<void> {
  const { participantId } = work.actor;
  const changed = changedData(await findAnswers(work.tx, participantId), answers);
  if (changed.length === 0) return;
  if (reached === "submitted")
    await work.publish(registrationSubmitted({ participantId, changed: [...changed] }));
  else await addChanges(work.tx, participantId, changed);
}
