/** Every expected "no" to the erasure of an account. */
export type ErasureRefusal =
  | { readonly code: "erasure-password-wrong" }
  | { readonly code: "erasure-recipient" }
  | { readonly code: "erasure-wave-undecided"; readonly wave: number }
  | { readonly code: "erasure-no-password" };
