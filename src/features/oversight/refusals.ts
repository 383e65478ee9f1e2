/** Every expected "no" of this part. */
export type ClockRefusal =
  | { readonly code: "clock-not-in-demo" }
  | { readonly code: "clock-no-deadline" }
  | { readonly code: "clock-too-far" };
