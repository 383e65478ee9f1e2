import { findFirstPurchaseDeadline } from "#features/balance/queries.ts";
import { findWaveState } from "#features/determination/queries.ts";
import type { WaveState } from "#features/determination/types.ts";
import { findPayoutAccount } from "#features/incentives/queries.ts";
import { findPurchases } from "#features/purchase/queries.ts";
import { findRegistrationStep } from "#features/registration/queries.ts";
import { findCourseToReview } from "#features/reviews/queries.ts";
import { findTestResult } from "#features/selection-test/queries.ts";
import { findRounds } from "#features/surveys/queries.ts";
import { findVerification } from "#features/verification/queries.ts";
import type { Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { JourneyFacts } from "./next-step.ts";

const WAVE: Record<WaveState["stage"], JourneyFacts["wave"]> = {
  none: "none",
  "waiting-for-close": "waiting",
  "in-selection": "waiting",
  selected: "selected",
  "not-selected": "not-selected",
};

/** Asks every stage where the person stands. */
export async function findJourneyFacts(
  participantId: ParticipantId,
  now: Date,
  locale: Locale,
): Promise<JourneyFacts> {
  const [step, verification, test, wave, purchases, buyUntil, account, rounds] = await Promise.all([
    findRegistrationStep(participantId),
    findVerification(participantId),
    findTestResult(participantId, now),
    findWaveState(participantId),
    findPurchases(participantId, locale),
    findFirstPurchaseDeadline(participantId),
    findPayoutAccount(participantId),
    findRounds(participantId, now),
  ]);
  const underWay = purchases.find(({ status }) => status === "bought" || status === "redeemed");
  const toReview = underWay && (await findCourseToReview(participantId, underWay.course.slug));
  return {
    registrationIsSubmitted: step === "submitted" || verification?.status === "verified",
    verification: verification?.status ?? (step === "submitted" ? "checking" : "none"),
    testIsDone: test !== null,
    wave: WAVE[wave.stage],
    buyUntil,
    purchase:
      underWay && !toReview?.review
        ? {
            id: underWay.id,
            courseSlug: underWay.course.slug,
            courseTitle: underWay.course.title,
            isRedeemed: underWay.status === "redeemed",
            isCompleted: Boolean(toReview?.completedAt),
            finishBy: underWay.finishBy,
          }
        : null,
    hasReviewed: purchases.some(({ status }) => status === "finished") || Boolean(toReview?.review),
    payoutAccountIsLinked: account !== null && account.status !== "refused",
    openSurvey: rounds.find(({ state }) => state === "open") ?? null,
  };
}
