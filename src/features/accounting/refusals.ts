/** Every expected "no" of the books. */
export type AccountingRefusal =
  | { readonly code: "allotment-wave-unknown" }
  | { readonly code: "allotment-wave-archived" }
  /** Less than what was promised already; rupiah. */
  | { readonly code: "allotment-below-promised"; readonly promised: number };
