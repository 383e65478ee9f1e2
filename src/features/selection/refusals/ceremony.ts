/** Every expected "no" to a party of a draw. */
export type CeremonyRefusal =
  | { readonly code: "ceremony-wave-unknown" }
  | { readonly code: "ceremony-list-not-fixed" }
  | { readonly code: "ceremony-promised-already" }
  | { readonly code: "ceremony-witness-is-operator" }
  | { readonly code: "ceremony-public-comes-last" }
  | { readonly code: "ceremony-moment-too-soon" }
  | { readonly code: "ceremony-promises-missing" }
  | { readonly code: "ceremony-shown-already" }
  | { readonly code: "ceremony-public-not-yet" }
  | { readonly code: "ceremony-too-late-to-show" }
  | { readonly code: "ceremony-not-what-was-promised" };
