/** One look of the staff at a person's data, as that person sees it: from which office, never who by name. */
export type ReadOfMyData = {
  readonly id: string;
  readonly at: Date;
  readonly role: string;
  /** The regency of a labour office; null for others. */
  readonly region: string | null;
  /** Why, and what was looked at, as codes with words in every language. */
  readonly purpose: string;
  readonly data: readonly string[];
};

export type ReadPage = { readonly reads: readonly ReadOfMyData[]; readonly next: string | null };

/** A row of the books with readable names, decrypted. */
export type ExportedRow = Readonly<Record<string, unknown>>;

/** Everything that the portal keeps about a person, by where it is kept. */
export type ExportedData = Readonly<Record<string, readonly ExportedRow[]>>;

/** How much there is of what a person did and was sent. */
export type OwnCounts = Readonly<
  Record<
    "tests" | "waves" | "purchases" | "certificates" | "incentives" | "surveys" | "notifications" | "reads",
    number
  >
>;

/** What decides whether an account may be erased. */
export type ErasureFacts = {
  readonly isRecipient: boolean;
  /** The number of the wave whose outcome the person waits for; null for none. */
  readonly waitsForWave: number | null;
  readonly hasPassword: boolean;
};

/** What is erased by itself when nobody needs it any more. */
export const retained = ["unsent-registration", "documents", "review-words", "one-time-codes"] as const;
export type Retained = (typeof retained)[number];
