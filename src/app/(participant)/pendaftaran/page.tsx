import { redirect } from "next/navigation";
import { findRegistrationStep } from "#features/registration/queries.ts";
import { pathOfStep } from "#features/registration/types.ts";
import { requireParticipant } from "#platform/web/session.ts";

/** An interrupted registration goes on where it stopped. */
export default async function RegistrationPage() {
  const { participantId } = await requireParticipant("/pendaftaran");
  redirect(pathOfStep(await findRegistrationStep(participantId)));
}
