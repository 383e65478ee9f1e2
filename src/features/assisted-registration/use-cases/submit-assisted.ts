import type { StaffActor } from "#authorization/actor.ts";
import type { RegistrationRefusal } from "#features/registration/refusals.ts";
import { submitForPerson } from "#features/registration/use-cases/submit-for-person.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { markSubmitted } from "../repository.ts";
import { openCase } from "./open-case.ts";

/** Sends a person's registration. From here on the office sees a name, a masked NIK and a status. */
export async function submitAssisted(
  work: Work<StaffActor>,
  { participantId }: { readonly participantId: string },
): Promise<Result<null, AssistanceRefusal | RegistrationRefusal>> {
  const id = participantId as ParticipantId;
  const open = await openCase(work, id);
  if (!open.ok) return open;
  const submitted = await submitForPerson(work, id);
  if (!submitted.ok) return submitted;
  await markSubmitted(work.tx, id, work.now);
  await work.record({ action: "assisted-registration-submitted", subject: `participant:${participantId}` });
  return ok(null);
}
