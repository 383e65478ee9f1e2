/** Every expected "no" of this stage. */
export type DeterminationRefusal =
  | { readonly code: "determination-wave-unknown" }
  | { readonly code: "determination-not-reviewed" }
  | { readonly code: "determination-not-decided" }
  | { readonly code: "determination-not-published" }
  /** The decree would promise more than the wave was allotted; rupiah. */
  | { readonly code: "determination-over-allotment"; readonly people: number; readonly amount: number }
  | { readonly code: "objection-wave-unknown" }
  | { readonly code: "objection-too-late" }
  | { readonly code: "objection-not-needed" }
  | { readonly code: "objection-filed-already" }
  | { readonly code: "objection-answered-already" }
  | { readonly code: "objection-of-own-exclusion" };
