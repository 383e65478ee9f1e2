/** Every expected "no" of the bank of items. */
export type BankRefusal =
  | { readonly code: "item-unknown" }
  | { readonly code: "item-code-taken" }
  | { readonly code: "item-kind-stays" }
  | { readonly code: "item-open-version" }
  | { readonly code: "item-not-yours" }
  | { readonly code: "item-not-draft" }
  | { readonly code: "item-not-in-review" }
  | { readonly code: "item-own-approval" }
  | { readonly code: "item-not-in-use" }
  | { readonly code: "item-last-of-kind" }
  | { readonly code: "item-picture-unknown" }
  | { readonly code: "item-picture-untold" }
  | { readonly code: "item-columns-missing"; readonly columns: string };
