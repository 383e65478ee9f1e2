/** Why a registration was not verified: the first datum that the register did not agree with. */
export type VerificationRefusal =
  | { readonly code: "verification-nik-unknown" }
  | { readonly code: "verification-family-card-differs" }
  | { readonly code: "verification-name-differs" }
  | { readonly code: "verification-birth-date-differs" }
  | { readonly code: "verification-mother-differs" };
