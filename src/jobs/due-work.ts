import { forgetAttemptsDue } from "#features/access/use-cases/forget-attempts.ts";
import { forgetSignUpsDue } from "#features/account/use-cases/forget-sign-ups.ts";
import { continueBulkFilesDue } from "#features/bulk-registration/use-cases/continue-files.ts";
import { removeOldListsDue } from "#features/bulk-registration/use-cases/remove-old-lists.ts";
import { announceResultsDue } from "#features/determination/use-cases/announce-results.ts";
import { fillFreePlacesDue } from "#features/determination/use-cases/fill-free-places.ts";
import { checkPayoutAccountsDue } from "#features/incentives/use-cases/check-payout-account.ts";
import { payIncentivesDue } from "#features/incentives/use-cases/pay-incentives.ts";
import { resolveUnknownPaymentsDue } from "#features/incentives/use-cases/resolve-unknown-payments.ts";
import { completeMembershipsDue } from "#features/membership/use-cases/complete-memberships.ts";
import { remindDeadlinesDue } from "#features/membership/use-cases/remind-deadlines.ts";
import { revokeOverdueDue } from "#features/membership/use-cases/revoke-memberships.ts";
import { followCodesDue } from "#features/notifications/use-cases/follow-codes.ts";
import { sendEmailsDue } from "#features/notifications/use-cases/send-emails.ts";
import { eraseUnneededDue } from "#features/personal-data/use-cases/erase-unneeded.ts";
import { removeReplacedPhotosDue } from "#features/registration/use-cases/remove-replaced-photos.ts";
import { fillMissingValuesDue } from "#features/selection/use-cases/fill-missing-values.ts";
import { measureItemsDue } from "#features/selection-test/use-cases/measure-items.ts";
import { submitOverdueTestsDue } from "#features/selection-test/use-cases/submit-overdue-tests.ts";
import { announceOpenSurveysDue } from "#features/surveys/use-cases/announce-surveys.ts";
import { retryVerificationsDue } from "#features/verification/use-cases/retry-verifications.ts";
import { remindOverdueReviewsDue } from "#features/verification-review/use-cases/remind-overdue-reviews.ts";
import { measureWavesDue } from "#features/wave-review/use-cases/measure-waves.ts";
import { openAndCloseWavesDue } from "#features/waves/use-cases/open-and-close-waves.ts";

/** What becomes due by the programme's time: each does a bounded batch and says how many it did. */
export const dueWork: Readonly<Record<string, (now: Date) => Promise<number>>> = {
  "retry-verifications": retryVerificationsDue,
  "erase-unneeded": eraseUnneededDue,
  "remove-replaced-photos": removeReplacedPhotosDue,
  "continue-bulk-files": continueBulkFilesDue,
  "remove-old-lists": removeOldListsDue,
  "submit-overdue-tests": submitOverdueTestsDue,
  "measure-items": measureItemsDue,
  "open-and-close-waves": openAndCloseWavesDue,
  "measure-waves": measureWavesDue,
  "fill-missing-values": fillMissingValuesDue,
  "announce-results": announceResultsDue,
  "fill-free-places": fillFreePlacesDue,
  "check-payout-accounts": checkPayoutAccountsDue,
  "resolve-unknown-payments": resolveUnknownPaymentsDue,
  "pay-incentives": payIncentivesDue,
  "announce-open-surveys": announceOpenSurveysDue,
  "remind-deadlines": remindDeadlinesDue,
  "revoke-overdue": revokeOverdueDue,
  "complete-memberships": completeMembershipsDue,
  "forget-sign-ups": forgetSignUpsDue,
  "forget-attempts": forgetAttemptsDue,
  "remind-overdue-reviews": remindOverdueReviewsDue,
  "send-emails": sendEmailsDue,
  "follow-codes": followCodesDue,
};
