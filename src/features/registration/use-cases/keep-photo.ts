import type { ParticipantActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { photoKept } from "../events.ts";
import { mayFill, pageOfDocument, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { addChanges } from "../repository/answers.ts";
import { replacePhoto } from "../repository/documents.ts";
import { lockRegistration } from "../repository.ts";
import type { DocumentKind, RegistrationStep, StoredPhoto } from "../types.ts";

type Input = { readonly kind: DocumentKind; readonly photo: StoredPhoto };
type Kept = { step: RegistrationStep; kind: DocumentKind };

/** Takes a stored photo as the person's KTP or face; the one before it is removed later. */
export function keepPhoto(
  work: Work<ParticipantActor>,
  input: Input,
): Promise<Result<Kept, RegistrationRefusal>> {
  return keepPhotoOf(work, work.actor.participantId, input);
}

/** The same for whoever may do it for the person. */
export async function keepPhotoOf(
  work: Work,
  participantId: ParticipantId,
  { kind, photo }: Input,
): Promise<Result<Kept, RegistrationRefusal>> {
  const page = pageOfDocument(kind);
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, page);
  if (!allowed.ok) return allowed;
  const step = stepAfter(reached, page);
  const documentId = work.newId<"id-document">();
  await replacePhoto(work.tx, participantId, { ...photo, documentId, kind }, { step, now: work.now });
  await addChanges(work.tx, participantId, ["documents"]);
  await work.publish(photoKept({ participantId, documentId, kind }));
  return ok({ step, kind });
}
