import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { RegistrationRefusal } from "../refusals.ts";
import type { DocumentKind, RegistrationStep, StoredPhoto } from "../types.ts";
import { keepPhotoOf } from "./keep-photo.ts";

/** Takes a stored photo that an office made of somebody, or of their KTP, before the registration is sent. */
export function keepPhotoForPerson(
  work: Work<StaffActor>,
  participantId: ParticipantId,
  kind: DocumentKind,
  photo: StoredPhoto,
): Promise<Result<{ step: RegistrationStep }, RegistrationRefusal>> {
  return keepPhotoOf(work, participantId, { kind, photo });
}
