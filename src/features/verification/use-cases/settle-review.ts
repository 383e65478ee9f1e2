import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { verificationFinished } from "../events.ts";
import { lockSettled, settleReview } from "../repository.ts";
import { isMendable, type VerificationReason, verificationReasons } from "../types.ts";

/**
 * A member of the staff has decided: on a doubt, or on the appeal of somebody who was refused. A check that is under
 * way or verified is left alone, and a refusal that stands is not announced again.
 */
export async function settleReviewReaction(payload: {
  readonly participantId: string;
  readonly decision: "verified" | "refused";
  readonly reason: string | null;
}): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const status = payload.decision;
  await inOneTransaction(system, async (work) => {
    const before = await lockSettled(work.tx, participantId);
    if (!before || before === status) return ok();
    const reason = status === "refused" ? reasonOf(payload.reason) : null;
    await settleReview(work.tx, participantId, { status, reason, reviewedAt: work.now });
    const mendable = reason !== null && isMendable(reason);
    await work.publish(verificationFinished({ participantId, status, mendable }));
    return ok();
  });
}

/** The reason that was given, where it is one of this stage's. */
function reasonOf(given: string | null): VerificationReason {
  return verificationReasons.find((reason) => reason === given) ?? "verification-review-refused";
}
