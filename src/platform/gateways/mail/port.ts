/** One e-mail to one address. The text is the letter; the HTML says the same. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same letter sent again carries the same mark, so that the receiving side may show it once. */
  readonly mark?: string;
};

/** Why a letter comes back: there is no such address, its box is full, or its server does not take letters of ours. */
export type Bounce = "address-unknown" | "mailbox-full" | "not-possible";

export type MailOutcome =
  | { readonly outcome: "sent" }
  /** The server will never take this letter. */
  | { readonly outcome: "refused"; readonly reason: string; readonly bounce: Bounce }
  /** Not reached, silence (it may have been sent), or a box that is full for now. Try again later. */
  | { readonly outcome: "unknown"; readonly reason: string; readonly bounce?: "mailbox-full" };
