import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideStatements, mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { lockRegistration, writeStatements } from "../repository.ts";
import type { RegistrationStep, Statements } from "../types.ts";
import { noteChange } from "./note-change.ts";

/** Takes the applicant's statements (Pernyataan Pendaftar). */
export async function makeStatements(
  work: Work<ParticipantActor>,
  statements: Statements,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "statements");
  if (!allowed.ok) return allowed;
  const decision = decideStatements(statements);
  if (!decision.ok) return decision;
  await noteChange(work, reached, { statements: decision.value });
  const step = stepAfter(reached, "statements");
  await writeStatements(work.tx, participantId, decision.value, { step, now: work.now });
  return ok({ step });
}
