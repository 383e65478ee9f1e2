/** Every expected "no" to an application for partnership. */
export type ApplicationRefusal =
  | { readonly code: "application-link-unknown" }
  | { readonly code: "application-link-expired" }
  | { readonly code: "application-waits-already" }
  | { readonly code: "application-unknown" }
  | { readonly code: "application-decided" }
  | { readonly code: "application-number-admitted" }
  | { readonly code: "application-contact-taken" };

/** Every expected "no" to somebody who works in the portal of a provider or platform. */
export type PartnerRefusal = { readonly code: "partner-not-linked" };

/** Every expected "no" about the credentials of a partner's system. */
export type KeyRefusal =
  | { readonly code: "key-enough"; readonly most: number }
  | { readonly code: "key-unknown" }
  | { readonly code: "key-revoked" }
  | { readonly code: "key-not-kept" }
  | { readonly code: "redirect-with-query" };

/** Every expected "no" to feedback on a task. */
export type FeedbackRefusal =
  | { readonly code: "task-unknown" }
  | { readonly code: "task-graded-already" }
  | { readonly code: "task-replaced" };
