/** Every expected "no" of the offices' help. */
export type AssistanceRefusal =
  | { readonly code: "assist-no-region" }
  | { readonly code: "assist-other-region"; readonly region: string }
  | { readonly code: "assist-record-unknown" }
  | { readonly code: "assist-unknown" }
  | { readonly code: "assist-closed" }
  | { readonly code: "assist-no-contact" };

export type TakeOverRefusal = { readonly code: "take-over-no-match" };
