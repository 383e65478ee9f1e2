import type { StaffActor } from "#authorization/actor.ts";
import type { RegistrationRefusal } from "#features/registration/refusals.ts";
import type { StoredPhoto } from "#features/registration/types.ts";
import { keepPhotoForPerson } from "#features/registration/use-cases/keep-photo-for-person.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { openCase } from "./open-case.ts";

type Document = {
  readonly participantId: string;
  readonly kind: "id_card" | "selfie";
  readonly photo: StoredPhoto;
};

/** Takes a stored photo as a person's KTP or selfie, while the form is open to the office. */
export async function keepDocument(
  work: Work<StaffActor>,
  { participantId, kind, photo }: Document,
): Promise<Result<null, AssistanceRefusal | RegistrationRefusal>> {
  const id = participantId as ParticipantId;
  const open = await openCase(work, id);
  if (!open.ok) return open;
  const kept = await keepPhotoForPerson(work, id, kind, photo);
  if (!kept.ok) return kept;
  await work.record({
    action: "assisted-photo-kept",
    subject: `participant:${participantId}`,
    details: { kind },
  });
  return ok(null);
}
