/** Every expected "no" to a person of this stage. */
export type IncentiveRefusal =
  | { readonly code: "payout-account-not-recipient" }
  | { readonly code: "payout-account-in-use" }
  | { readonly code: "payout-account-payment-processing" }
  | { readonly code: "payout-account-phone-differs" }
  | { readonly code: "incentive-not-held" }
  | { readonly code: "incentive-account-not-verified" };

/** What a partner says no to. It reaches the person as the reason of an account or a payment, never as an error. */
export type PartnerRefusal =
  | { readonly code: "payout-account-not-found" }
  | { readonly code: "payout-account-inactive" }
  | { readonly code: "payout-account-name-mismatch" }
  | { readonly code: "payout-account-limit" };
