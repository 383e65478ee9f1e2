import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import type { Situation } from "../repository/columns.ts";
import { isCategory, lockRegistration, writeSituation } from "../repository.ts";
import type { RegistrationStep } from "../types.ts";
import { noteChange } from "./note-change.ts";

/** Takes schooling, family, work, disability, and what the person wants to learn. */
export async function fillSituation(
  work: Work<ParticipantActor>,
  input: Situation,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "situation");
  if (!allowed.ok) return allowed;
  if (!(await isCategory(work.tx, input.wantedCategory)))
    return refuse({ code: "registration-category-unknown" });
  await noteChange(work, reached, input);
  const step = stepAfter(reached, "situation");
  await writeSituation(work.tx, participantId, input, { step, now: work.now });
  return ok({ step });
}
