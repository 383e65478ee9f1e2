import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { photoKept } from "../events.ts";
import { mayFill, pageOfDocument, stepAfter } from "../policy.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import { replacePhoto } from "../repository/documents.ts";
import { lockRegistration } from "../repository.ts";
import type { DocumentKind, RegistrationStep, StoredPhoto } from "../types.ts";

type Input = { readonly kind: DocumentKind; readonly photo: StoredPhoto };

/** Takes a stored photo as the person's KTP or face; the one before it is removed later. */
export async function keepPhoto(
  work: Work<ParticipantActor>,
  { kind, photo }: Input,
): Promise<Result<{ step: RegistrationStep; kind: DocumentKind }, RegistrationRefusal>> {
  const { participantId } = work.actor;
  const page = pageOfDocument(kind);
  const reached = await lockRegistration(work.tx, participantId, work.now);
  const allowed = mayFill(reached, page);
  if (!allowed.ok) return allowed;
  const step = stepAfter(reached, page);
  const documentId = work.newId<"id-document">();
  await replacePhoto(work.tx, participantId, { ...photo, documentId, kind }, { step, now: work.now });
  await work.publish(photoKept({ participantId, documentId, kind }));
  return ok({ step, kind });
}
