import access from "./messages/id/access.json" with { type: "json" };
import account from "./messages/id/account.json" with { type: "json" };
import accounting from "./messages/id/accounting.json" with { type: "json" };
import assistedRegistration from "./messages/id/assisted-registration.json" with { type: "json" };
import balance from "./messages/id/balance.json" with { type: "json" };
import bulkRegistration from "./messages/id/bulk-registration.json" with { type: "json" };
import catalogue from "./messages/id/catalogue.json" with { type: "json" };
import certificates from "./messages/id/certificates.json" with { type: "json" };
import codes from "./messages/id/codes.json" with { type: "json" };
import determination from "./messages/id/determination.json" with { type: "json" };
import drawProof from "./messages/id/draw-proof.json" with { type: "json" };
import home from "./messages/id/home.json" with { type: "json" };
import incentives from "./messages/id/incentives.json" with { type: "json" };
import membership from "./messages/id/membership.json" with { type: "json" };
import notifications from "./messages/id/notifications.json" with { type: "json" };
import oversight from "./messages/id/oversight.json" with { type: "json" };
import partnerApi from "./messages/id/partner-api.json" with { type: "json" };
import partnerDocs from "./messages/id/partner-docs.json" with { type: "json" };
import partners from "./messages/id/partners.json" with { type: "json" };
import personalData from "./messages/id/personal-data.json" with { type: "json" };
import purchase from "./messages/id/purchase.json" with { type: "json" };
import registration from "./messages/id/registration.json" with { type: "json" };
import reviews from "./messages/id/reviews.json" with { type: "json" };
import selection from "./messages/id/selection.json" with { type: "json" };
import selectionTest from "./messages/id/selection-test.json" with { type: "json" };
import shell from "./messages/id/shell.json" with { type: "json" };
import sso from "./messages/id/sso.json" with { type: "json" };
import staff from "./messages/id/staff.json" with { type: "json" };
import surveys from "./messages/id/surveys.json" with { type: "json" };
import training from "./messages/id/training.json" with { type: "json" };
import verification from "./messages/id/verification.json" with { type: "json" };
import verificationReview from "./messages/id/verification-review.json" with { type: "json" };
import waveReview from "./messages/id/wave-review.json" with { type: "json" };
import waves from "./messages/id/waves.json" with { type: "json" };

/** Every sentence in Bahasa Indonesia, by stage. */
export const indonesian = {
  shell,
  home,
  account,
  accounting,
  registration,
  verification,
  "selection-test": selectionTest,
  waves,
  selection,
  determination,
  balance,
  catalogue,
  purchase,
  training,
  reviews,
  certificates,
  surveys,
  incentives,
  membership,
  notifications,
  oversight,
  "partner-api": partnerApi,
  "partner-docs": partnerDocs,
  partners,
  sso,
  staff,
  access,
  "assisted-registration": assistedRegistration,
  "bulk-registration": bulkRegistration,
  codes,
  "personal-data": personalData,
  "verification-review": verificationReview,
  "draw-proof": drawProof,
  "wave-review": waveReview,
};
