import access from "./messages/en/access.json" with { type: "json" };
import account from "./messages/en/account.json" with { type: "json" };
import accounting from "./messages/en/accounting.json" with { type: "json" };
import assistedRegistration from "./messages/en/assisted-registration.json" with { type: "json" };
import balance from "./messages/en/balance.json" with { type: "json" };
import bulkRegistration from "./messages/en/bulk-registration.json" with { type: "json" };
import catalogue from "./messages/en/catalogue.json" with { type: "json" };
import certificates from "./messages/en/certificates.json" with { type: "json" };
import codes from "./messages/en/codes.json" with { type: "json" };
import determination from "./messages/en/determination.json" with { type: "json" };
import drawProof from "./messages/en/draw-proof.json" with { type: "json" };
import home from "./messages/en/home.json" with { type: "json" };
import incentives from "./messages/en/incentives.json" with { type: "json" };
import membership from "./messages/en/membership.json" with { type: "json" };
import notifications from "./messages/en/notifications.json" with { type: "json" };
import oversight from "./messages/en/oversight.json" with { type: "json" };
import partnerApi from "./messages/en/partner-api.json" with { type: "json" };
import partnerDocs from "./messages/en/partner-docs.json" with { type: "json" };
import partners from "./messages/en/partners.json" with { type: "json" };
import personalData from "./messages/en/personal-data.json" with { type: "json" };
import purchase from "./messages/en/purchase.json" with { type: "json" };
import registration from "./messages/en/registration.json" with { type: "json" };
import reviews from "./messages/en/reviews.json" with { type: "json" };
import selection from "./messages/en/selection.json" with { type: "json" };
import selectionTest from "./messages/en/selection-test.json" with { type: "json" };
import shell from "./messages/en/shell.json" with { type: "json" };
import sso from "./messages/en/sso.json" with { type: "json" };
import staff from "./messages/en/staff.json" with { type: "json" };
import surveys from "./messages/en/surveys.json" with { type: "json" };
import training from "./messages/en/training.json" with { type: "json" };
import verification from "./messages/en/verification.json" with { type: "json" };
import verificationReview from "./messages/en/verification-review.json" with { type: "json" };
import waveReview from "./messages/en/wave-review.json" with { type: "json" };
import waves from "./messages/en/waves.json" with { type: "json" };

/** Every sentence in English, by stage. */
export const english = {
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
