/** Every expected "no" to an account that an office opened. */
export type AccountRefusal =
  | { readonly code: "account-contact-taken" }
  | { readonly code: "account-contact-missing" }
  | { readonly code: "account-taken-over" }
  | { readonly code: "password-guessable" };

/** Every "no" of its own to somebody who is opening an account. */
export type SignUpRefusal =
  | { readonly code: "sign-up-unknown" }
  | { readonly code: "sign-up-completed" }
  | { readonly code: "sign-up-has-account" }
  | { readonly code: "link-used" }
  | { readonly code: "link-expired" }
  | { readonly code: "link-unknown" };
