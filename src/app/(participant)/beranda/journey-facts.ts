import { findFirstPurchaseDeadline, findInduction } from "#features/balance/queries.ts";
import { findWaveState } from "#features/determination/queries.ts";
import type { WaveState } from "#features/determination/types.ts";
import { findPayoutAccount } from "#features/incentives/queries.ts";
import { findPurchases } from "#features/purchase/queries.ts";
import { findRegistrationStep } from "#features/registration/queries.ts";
import { findCourseToReview } from "#features/reviews/queries.ts";
import { findTestResult } from "#features/selection-test/queries.ts";
import { findRounds } from "#features/surveys/queries.ts";
import { findVerification } from "#features/verification/queries.ts";
import { isMendable, type Verification } from "#features/verification/types.ts";
import { findAppeal } from "#features/verification-review/queries.ts";
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
  const [step, verification, test, wave, purchases, buyUntil, induction, account, rounds] = await Promise.all(
    [
      findRegistrationStep(participantId),
      findVerification(participantId),
      findTestResult(participantId, now),
      findWaveState(participantId),
      findPurchases(participantId, locale),
      findFirstPurchaseDeadline(participantId),
      findInduction(participantId),
      findPayoutAccount(participantId),
      findRounds(participantId, now),
    ],
  );
  const underWay = purchases.find(({ status }) => status === "bought" || status === "redeemed");
  const toReview = underWay && (await findCourseToReview(participantId, underWay.course.slug));
  return {
    registrationIsSubmitted: step === "submitted" || verification?.status === "verified",
    ...(await findStanding(participantId, verification, now)),
    testIsDone: test !== null,
    wave: WAVE[wave.stage],
    inductionIsDone: induction.isDone || purchases.length > 0,
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

/** Where the check stands, and until when somebody answers who is not late. */
async function findStanding(
  participantId: ParticipantId,
  verification: Verification | null,
  now: Date,
): Promise<Pick<JourneyFacts, "verification" | "answerDueAt">> {
  const by = (due: Date | null) => (due && due >= now ? due : null);
  if (!verification) return { verification: "none", answerDueAt: null };
  const { status, reason, reviewDueAt } = verification;
  if (status !== "refused" || !reason || isMendable(reason))
    return { verification: status, answerDueAt: by(reviewDueAt) };
  const appeal = await findAppeal(participantId, now);
  if (!appeal || appeal === "open") return { verification: "appealable", answerDueAt: null };
  return { verification: appeal.decision ? "closed" : "appealed", answerDueAt: by(appeal.dueAt) };
}
