import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { photoKept } from "../events.ts";
import { mayFill, pageOfDocument, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { replacePhoto } from "../repository/documents.ts";
import { lockRegistration } from "../repository.ts";
import type { DocumentKind, RegistrationStep, StoredPhoto } from "../types.ts";

/** Takes a stored photo that an office made of somebody, or of their KTP, before the registration is sent. */
export async function keepPhotoForPerson(
  work: Work<StaffActor>,
  participantId: ParticipantId,
  kind: DocumentKind,
  photo: StoredPhoto,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  const page = pageOfDocument(kind);
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, page);
  if (!allowed.ok) return allowed;
  const step = stepAfter(reached, page);
  const documentId = work.newId<"id-document">();
  await replacePhoto(work.tx, participantId, { ...photo, documentId, kind }, { step, now: work.now });
  await work.publish(photoKept({ participantId, documentId, kind }));
  return ok({ step });
}
