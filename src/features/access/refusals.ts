/** Every expected "no" of getting in and of what guards it. `minutes` is the rest of a pause. */
export type AccessRefusal =
  | { readonly code: "sign-in-wrong" }
  | { readonly code: "access-paused"; readonly minutes: number }
  | { readonly code: "account-locked" }
  | { readonly code: "contact-not-verified" }
  | { readonly code: "session-over" }
  | { readonly code: "session-unknown" }
  | { readonly code: "password-not-yours" }
  | { readonly code: "second-step-wrong" }
  | { readonly code: "second-step-used" }
  | { readonly code: "second-step-compulsory" }
  | { readonly code: "second-step-off" }
  | { readonly code: "authenticator-not-started" }
  | { readonly code: "passkey-refused" }
  | { readonly code: "passkey-known" }
  | { readonly code: "passkeys-enough" }
  | { readonly code: "passkey-unknown" }
  | { readonly code: "link-used" }
  | { readonly code: "link-expired" }
  | { readonly code: "link-unknown" }
  | { readonly code: "reset-code-wrong" }
  | { readonly code: "contact-same" }
  | { readonly code: "contact-taken" }
  | { readonly code: "contact-change-over" };
