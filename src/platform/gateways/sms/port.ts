/** One short message to one phone. The reference is the sender's own: the same one again is the same message. */
export type ShortMessage = {
  readonly reference: string;
  /** "+628..." */
  readonly to: string;
  readonly text: string;
};

/** Where a message is: handed to the operator, on the phone, or lost for good. */
export type SmsDelivery =
  | { readonly status: "sent" }
  | { readonly status: "delivered" }
  | { readonly status: "failed"; readonly reason: "number-not-active" | "not-possible" };

export type SmsOutcome =
  | ({ readonly outcome: "answered" } & SmsDelivery)
  /** Not reached, or silence: it may have gone out. Ask again under the same reference. */
  | { readonly outcome: "unknown"; readonly reason: string };
