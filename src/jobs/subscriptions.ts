import { contactChanged, recoveryWanted, resetLinkWanted } from "#features/access/events.ts";
import { answerRecoveryReaction } from "#features/access/use-cases/answer-recovery.ts";
import { learnPhoneReaction } from "#features/account/use-cases/learn-phone.ts";
import { lockAccountReaction } from "#features/account/use-cases/lock-account.ts";
import { noteBounceReaction } from "#features/account/use-cases/note-bounce.ts";
import { balanceOpened } from "#features/balance/events.ts";
import { openBalanceReaction } from "#features/balance/use-cases/open-balance.ts";
import { bulkFileReceived, bulkUndoWanted } from "#features/bulk-registration/events.ts";
import { checkBulkFileReaction } from "#features/bulk-registration/use-cases/check-file.ts";
import { undoBulkRowsReaction } from "#features/bulk-registration/use-cases/undo-rows.ts";
import { courseJudged, scheduleCancelled } from "#features/catalogue/events.ts";
import { tellVerdictReaction } from "#features/catalogue/use-cases/send-verdict-letters.ts";
import { certificateIssued } from "#features/certificates/events.ts";
import { issueCertificateReaction } from "#features/certificates/use-cases/issue-certificate.ts";
import {
  entryNotSelected,
  objectionAnswered,
  publicationWanted,
  recipientDetermined,
} from "#features/determination/events.ts";
import {
  freePlaceReaction,
  releaseLeftoverReaction,
} from "#features/determination/use-cases/fill-free-places.ts";
import { publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import {
  firstIncentivePaid,
  incentiveHeld,
  incentivePaid,
  payoutAccountChecked,
  payoutAccountLinked,
} from "#features/incentives/events.ts";
import { cancelIncentivesReaction } from "#features/incentives/use-cases/cancel-incentives.ts";
import { checkPayoutAccountReaction } from "#features/incentives/use-cases/check-payout-account.ts";
import {
  scheduleIncentivesReaction,
  scheduleSurveyIncentiveReaction,
} from "#features/incentives/use-cases/schedule-incentives.ts";
import { deadlineNear, membershipCompleted, membershipRevoked } from "#features/membership/events.ts";
import { startMembershipReaction } from "#features/membership/use-cases/start-membership.ts";
import { letterBounced } from "#features/notifications/events.ts";
import { sendCodeReaction } from "#features/notifications/use-cases/send-code.ts";
import { sendLinkReaction } from "#features/notifications/use-cases/send-link.ts";
import { tellFormerContactReaction } from "#features/notifications/use-cases/tell-former-contact.ts";
import * as tell from "#features/notifications/use-cases/tell-participant.ts";
import {
  announceBoughtReaction,
  announceCancelledReaction,
  announceRevokedReaction,
} from "#features/partner-api/use-cases/announce-purchase.ts";
import { partnerApplied, partnerDecided } from "#features/partners/events.ts";
import {
  sendApplicationLetterReaction,
  tellDecisionReaction,
} from "#features/partners/use-cases/send-application-letter.ts";
import { erasureDecided } from "#features/personal-data/events.ts";
import { eraseAccountReaction } from "#features/personal-data/use-cases/erase-account.ts";
import { coursePurchased, purchaseCancelled } from "#features/purchase/events.ts";
import { finishPurchaseReaction } from "#features/purchase/use-cases/finish-purchase.ts";
import { forfeitPurchaseReaction } from "#features/purchase/use-cases/forfeit-purchase.ts";
import { refundCalledOffReaction } from "#features/purchase/use-cases/refund-called-off.ts";
import { phoneVerified, photoKept, registrationSubmitted } from "#features/registration/events.ts";
import { followAccountPhoneReaction } from "#features/registration/use-cases/follow-account-phone.ts";
import { readCardAgainReaction, readCardReaction } from "#features/registration/use-cases/read-card.ts";
import { reopenRegistrationReaction } from "#features/registration/use-cases/reopen-registration.ts";
import { trainingReviewed } from "#features/reviews/events.ts";
import { drawWanted, freezeWanted } from "#features/selection/events.ts";
import { drawWaveReaction } from "#features/selection/use-cases/carry-out-draw.ts";
import { freezeWaveReaction } from "#features/selection/use-cases/carry-out-freeze.ts";
import { testSubmitted } from "#features/selection-test/events.ts";
import { checkPatternsReaction } from "#features/selection-test/use-cases/check-patterns.ts";
import { surveyOpened, surveySubmitted } from "#features/surveys/events.ts";
import { scheduleSurveysReaction } from "#features/surveys/use-cases/schedule-surveys.ts";
import { trainingCompleted } from "#features/training/events.ts";
import { reviewWanted, verificationFinished } from "#features/verification/events.ts";
import { settleReviewReaction } from "#features/verification/use-cases/settle-review.ts";
import { startVerificationReaction } from "#features/verification/use-cases/start-verification.ts";
import { appealDecided, reviewDecided } from "#features/verification-review/events.ts";
import { openReviewReaction } from "#features/verification-review/use-cases/open-review.ts";
import { waveMeasureWanted } from "#features/wave-review/events.ts";
import { measureWaveReaction } from "#features/wave-review/use-cases/measure-wave.ts";
import type { EventType } from "#kernel/event.ts";
import { oneTimeCodeWanted } from "#platform/one-time-code/events.ts";

type Reaction<Payload> = (payload: Payload) => Promise<void>;
type Handler = (payload: unknown) => Promise<void>;

const reactions = new Map<string, Handler>();
const byEvent = new Map<string, string[]>();

/** Wires one event to the use-cases that react to it. A reaction's name stays the same as long as jobs may wait for it. */
function on<Payload>(event: EventType<Payload>, handlers: Readonly<Record<string, Reaction<Payload>>>): void {
  for (const [name, handler] of Object.entries(handlers)) {
    reactions.set(name, (payload) => handler(event.schema.parse(payload)));
    byEvent.set(event.name, [...(byEvent.get(event.name) ?? []), name]);
  }
}

// The whole programme's cause and effect, on one page, in the order that a participant lives it.

on(recoveryWanted, { "answer-recovery": answerRecoveryReaction });
on(resetLinkWanted, { "send-link": sendLinkReaction });
on(contactChanged, {
  "tell-former-contact": tellFormerContactReaction,
  "tell-contact-changed": tell.tellContactChangedReaction,
  "follow-account-phone": followAccountPhoneReaction,
});
on(letterBounced, { "note-bounce": noteBounceReaction });
on(oneTimeCodeWanted, { "send-code": sendCodeReaction });
on(photoKept, { "read-card": readCardReaction });
on(phoneVerified, { "learn-phone": learnPhoneReaction });
on(bulkFileReceived, { "check-bulk-file": checkBulkFileReaction });
on(bulkUndoWanted, { "undo-bulk-rows": undoBulkRowsReaction });
on(registrationSubmitted, {
  "start-verification": startVerificationReaction,
  "read-card-again": readCardAgainReaction,
});
on(verificationFinished, {
  "reopen-registration": reopenRegistrationReaction,
  "tell-verification-finished": tell.tellVerificationFinishedReaction,
});
on(reviewWanted, { "open-review": openReviewReaction });
on(reviewDecided, { "settle-review": settleReviewReaction });
on(appealDecided, { "tell-appeal-decided": tell.tellAppealDecidedReaction });
on(testSubmitted, { "check-test-patterns": checkPatternsReaction });
on(erasureDecided, { "erase-account": eraseAccountReaction });
on(freezeWanted, { "freeze-wave": freezeWaveReaction });
on(drawWanted, { "draw-wave": drawWaveReaction });
on(publicationWanted, { "publish-wave": publishWaveReaction });
on(waveMeasureWanted, { "measure-wave": measureWaveReaction });
on(recipientDetermined, {
  "open-balance": openBalanceReaction,
  "tell-recipient-determined": tell.tellRecipientDeterminedReaction,
});
on(entryNotSelected, { "tell-entry-not-selected": tell.tellEntryNotSelectedReaction });
on(objectionAnswered, { "tell-objection-answered": tell.tellObjectionAnsweredReaction });
on(balanceOpened, {
  "start-membership": startMembershipReaction,
  "tell-balance-opened": tell.tellBalanceOpenedReaction,
});
on(deadlineNear, { "tell-deadline-near": tell.tellDeadlineNearReaction });
on(coursePurchased, {
  "tell-course-purchased": tell.tellCoursePurchasedReaction,
  "announce-bought": announceBoughtReaction,
});
on(purchaseCancelled, {
  "tell-purchase-cancelled": tell.tellPurchaseCancelledReaction,
  "announce-cancelled": announceCancelledReaction,
});
on(scheduleCancelled, { "refund-called-off": refundCalledOffReaction });
on(trainingCompleted, { "tell-training-completed": tell.tellTrainingCompletedReaction });
on(trainingReviewed, {
  "finish-purchase": finishPurchaseReaction,
  "issue-certificate": issueCertificateReaction,
});
on(certificateIssued, {
  "schedule-incentives": scheduleIncentivesReaction,
  "tell-certificate-issued": tell.tellCertificateIssuedReaction,
});
on(payoutAccountLinked, { "check-payout-account": checkPayoutAccountReaction });
on(payoutAccountChecked, { "tell-payout-account-checked": tell.tellPayoutAccountCheckedReaction });
on(firstIncentivePaid, { "schedule-surveys": scheduleSurveysReaction });
on(incentivePaid, { "tell-incentive-paid": tell.tellIncentivePaidReaction });
on(incentiveHeld, { "tell-incentive-held": tell.tellIncentiveHeldReaction });
on(surveyOpened, { "tell-survey-opened": tell.tellSurveyOpenedReaction });
on(surveySubmitted, { "schedule-survey-incentive": scheduleSurveyIncentiveReaction });
on(membershipCompleted, {
  "release-leftover": releaseLeftoverReaction,
  "tell-membership-completed": tell.tellMembershipCompletedReaction,
});
on(membershipRevoked, {
  "lock-account": lockAccountReaction,
  "forfeit-purchase": forfeitPurchaseReaction,
  "cancel-incentives": cancelIncentivesReaction,
  "free-place": freePlaceReaction,
  "tell-membership-revoked": tell.tellMembershipRevokedReaction,
  "announce-revoked": announceRevokedReaction,
});

// Outside the order: those who train people, and those who sell trainings.

on(partnerApplied, { "send-application-letter": sendApplicationLetterReaction });
on(partnerDecided, { "tell-partner-decision": tellDecisionReaction });
on(courseJudged, { "tell-course-verdict": tellVerdictReaction });

/** The names of the reactions to an event, each of which becomes a job of its own. */
export function reactionsTo(eventName: string): readonly string[] {
  return byEvent.get(eventName) ?? [];
}

/** The reaction of that name. Throws when there is none (a job of an older version). */
export function reactionNamed(name: string): Handler {
  const handler = reactions.get(name);
  if (!handler) throw new Error(`no reaction is called "${name}"`);
  return handler;
}

/** Reactions over a whole wave, which take minutes and go one at a time in a queue of their own. */
const long = new Set(["freeze-wave", "draw-wave", "publish-wave", "measure-wave"]);

export function isLong(reaction: string): boolean {
  return long.has(reaction);
}
