/** Every expected "no" to a person of this stage. */
export type IncentiveRefusal =
  | { readonly code: "payout-account-not-recipient" }
  | { readonly code: "payout-account-in-use" }
  | { readonly code: "payout-account-payment-processing" }
  | { readonly code: "payout-account-phone-differs" }
  | { readonly code: "incentive-not-held" }
  | { readonly code: "incentive-account-not-verified" };
