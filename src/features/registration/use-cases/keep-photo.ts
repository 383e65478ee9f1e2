import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { mayFill, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { lockRegistration, replacePhoto } from "../repository.ts";
import type { RegistrationStep, StoredPhoto } from "../types.ts";

/** Takes a stored photo as the person's KTP; the one before it is removed later. */
export async function keepPhoto(
  work: Work<ParticipantActor>,
  { photo }: { readonly photo: StoredPhoto },
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, "photo");
  if (!allowed.ok) return allowed;
  const step = stepAfter(reached, "photo");
  const documentId = work.newId<"id-document">();
  await replacePhoto(work.tx, participantId, { ...photo, documentId }, { step, now: work.now });
  return ok({ step });
}
