/** One e-mail to one address. The text is the letter; the HTML says the same. */
export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** The same letter sent again carries the same mark, so that the receiving side may show it once. */
  readonly mark?: string;
};

export type MailOutcome =
  | { readonly outcome: "sent" }
  /** The server will never take this letter: the address does not exist. */
  | { readonly outcome: "refused"; readonly reason: string }
  /** Not reached, or silence: it may have been sent. Try again later. */
  | { readonly outcome: "unknown"; readonly reason: string };
