/** Every expected "no" of this stage. */
export type AccountRefusal =
  | { readonly code: "sign-in-wrong" }
  | { readonly code: "account-locked" }
  | { readonly code: "email-not-verified" }
  | { readonly code: "link-used" }
  | { readonly code: "link-expired" }
  | { readonly code: "link-unknown" };
