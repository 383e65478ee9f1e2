import { system } from "#authorization/actor.ts";
import { findSubmittedAt } from "#features/registration/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { openVerification } from "../repository.ts";
import { attemptVerification } from "./attempt-verification.ts";

/** Begins the check of a registration that was sent, and asks the register for the first time. */
export async function startVerificationReaction(payload: { readonly participantId: string }): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const submittedAt = await findSubmittedAt(participantId);
  if (!submittedAt) return;
  await inOneTransaction(system, async ({ tx }) =>
    ok(await openVerification(tx, participantId, submittedAt)),
  );
  await attemptVerification(participantId);
}
