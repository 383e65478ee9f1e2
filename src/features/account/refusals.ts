/** Every expected "no" of this stage. */
export type AccountRefusal =
  | { readonly code: "account-contact-taken" }
  | { readonly code: "account-contact-missing" }
  | { readonly code: "account-taken-over" }
  | { readonly code: "link-used" }
  | { readonly code: "link-expired" }
  | { readonly code: "link-unknown" };
