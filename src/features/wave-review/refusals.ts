/** Every expected "no" to who takes somebody out of a wave. */
export type ReviewRefusal = {
  readonly code:
    | "review-wave-unknown"
    | "review-list-fixed"
    | "review-not-yet-open"
    | "review-not-in-wave"
    | "review-excluded-already";
};
