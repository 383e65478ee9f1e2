import { redirect } from "next/navigation";
import { findRegistrationForm } from "#features/registration/queries.ts";
import type { RegistrationSummary } from "#features/registration/types/summary.ts";
import { pathOfStep, type RegistrationStep } from "#features/registration/types.ts";
import { requireParticipant } from "#platform/web/session.ts";

/** The form of a page of the wizard, or away to the page whose turn it is. */
export async function openForm(page: RegistrationStep): Promise<RegistrationSummary> {
  const { participantId } = await requireParticipant(pathOfStep(page));
  const { summary, elsewhere } = await findRegistrationForm(participantId, page);
  if (elsewhere) redirect(elsewhere);
  return summary;
}
