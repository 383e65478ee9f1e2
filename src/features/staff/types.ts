import type { Id } from "#kernel/identifiers.ts";

/** The regency or city that a labour office looks after. */
export type Region = { readonly code: string; readonly name: string };

/** All that an office learns of one of its recipients (study, S11: name and NIK; here the NIK is masked too). */
export type RegionalRecipient = {
  readonly participantId: Id<"participant">;
  readonly name: string;
  readonly maskedNik: string;
};

/** How many recipients of the region stand where. */
export type StageCounts = {
  /** No training bought yet. */
  readonly choosing: number;
  /** A training is under way. */
  readonly training: number;
  /** A training is completed. */
  readonly finished: number;
  readonly revoked: number;
};

export type RecipientPage = {
  readonly region: Region;
  readonly counts: StageCounts;
  readonly recipients: readonly RegionalRecipient[];
  /** Where the next page begins; null on the last one. */
  readonly next: Id<"participant"> | null;
};
