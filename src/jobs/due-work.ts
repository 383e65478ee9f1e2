import { env } from "#env.ts";
import { forgetAttemptsDue } from "#features/access/use-cases/forget-attempts.ts";
import { forgetSignUpsDue } from "#features/account/use-cases/forget-sign-ups.ts";
import { sealJournalDue } from "#features/accounting/use-cases/seal-journal.ts";
import { sendHeadsDue } from "#features/accounting/use-cases/send-heads.ts";
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
import { checkTaskFilesDue } from "#features/partner-api/use-cases/check-task-files.ts";
import { forgetReceiptsDue } from "#features/partner-api/use-cases/forget-receipts.ts";
import { forgetSignOnsDue } from "#features/partner-api/use-cases/forget-sign-ons.ts";
import { sendWebhooksDue } from "#features/partner-api/use-cases/send-webhooks.ts";
import { forgetApplicationsDue } from "#features/partners/use-cases/forget-applications.ts";
import { eraseUnneededDue } from "#features/personal-data/use-cases/erase-unneeded.ts";
import { refundCalledOffDue } from "#features/purchase/use-cases/refund-called-off.ts";
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
  "refund-called-off": refundCalledOffDue,
  "check-payout-accounts": checkPayoutAccountsDue,
  "resolve-unknown-payments": resolveUnknownPaymentsDue,
  "pay-incentives": payIncentivesDue,
  "announce-open-surveys": announceOpenSurveysDue,
  "remind-deadlines": remindDeadlinesDue,
  "revoke-overdue": revokeOverdueDue,
  "complete-memberships": completeMembershipsDue,
  "forget-sign-ups": forgetSignUpsDue,
  "forget-attempts": forgetAttemptsDue,
  "forget-partner-applications": forgetApplicationsDue,
  "remind-overdue-reviews": remindOverdueReviewsDue,
  "send-webhooks": sendWebhooksDue,
  "forget-sign-ons": forgetSignOnsDue,
  "seal-journal": sealJournalDue,
  "send-heads": sendHeadsDue,
  "check-task-files": (now) => checkTaskFilesDue(now, { allowsLoopback: env().DEMO_MODE }),
  "forget-partner-receipts": forgetReceiptsDue,
  "send-emails": sendEmailsDue,
  "follow-codes": followCodesDue,
};
