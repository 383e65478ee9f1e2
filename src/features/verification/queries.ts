import { findSubmittedAt } from "#features/registration/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { type Verification, verificationReasons } from "./types.ts";

/** The check of this person's registration; null before it was sent. One that was just sent (again) is being checked. */
export async function findVerification(participantId: ParticipantId): Promise<Verification | null> {
  const row = await database().verification.findUnique({
    where: { participantId },
    select: { status: true, reason: true, attempts: true, requestedAt: true, checkedAt: true },
  });
  const submittedAt = await findSubmittedAt(participantId);
  if (submittedAt && (!row || row.requestedAt < submittedAt)) {
    return { status: "checking", reason: null, attempts: 0, requestedAt: submittedAt, checkedAt: null };
  }
  return row && { ...row, reason: verificationReasons.find((code) => code === row.reason) ?? null };
}

export async function isVerified(participantId: ParticipantId): Promise<boolean> {
  return (await database().verification.count({ where: { participantId, status: "verified" } })) > 0;
}
