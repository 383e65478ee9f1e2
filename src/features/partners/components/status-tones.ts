/** The colour of each state of a purchase, the same in every list of partners. */
export const STATUS_TONES = {
  bought: "warning",
  redeemed: "info",
  finished: "success",
  cancelled: "neutral",
  forfeited: "danger",
} as const;
