/** Every expected "no" of this stage. */
export type WaveRefusal =
  | { readonly code: "wave-not-verified" }
  | { readonly code: "wave-test-not-passed" }
  | { readonly code: "wave-not-open" }
  | { readonly code: "wave-already-joined" }
  | { readonly code: "wave-result-pending" }
  | { readonly code: "wave-already-recipient" }
  | { readonly code: "wave-blacklisted" }
  | { readonly code: "wave-unknown" }
  | { readonly code: "wave-number-taken"; readonly number: number }
  | { readonly code: "wave-closes-before-opens" }
  | { readonly code: "wave-opens-in-past" }
  | { readonly code: "wave-closes-in-past" }
  | { readonly code: "wave-overlaps"; readonly number: number }
  | { readonly code: "wave-scheme-unknown" }
  | { readonly code: "wave-province-unknown"; readonly province: string }
  | { readonly code: "wave-provinces-above-quota"; readonly sum: number; readonly quota: number }
  | { readonly code: "wave-groups-above-quota"; readonly quota: number }
  | { readonly code: "wave-too-few-free-places"; readonly free: number }
  | { readonly code: "wave-another-is-open"; readonly number: number }
  | { readonly code: "wave-closes-by-itself" }
  | { readonly code: "wave-wrong-order"; readonly status: string };
