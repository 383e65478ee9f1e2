import type { WaveEntryStatus } from "#features/waves/types.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Gender } from "#kernel/nik.ts";

export type Tally = { readonly label: string; readonly count: number };

/** What an operator sees of a wave's applicants. `counted` entries were looked at; there may be more. */
export type WaveCounts = {
  readonly counted: number;
  readonly partial: boolean;
  readonly byStatus: readonly Tally[];
  readonly byPriority: readonly Tally[];
  readonly byGender: readonly Tally[];
  readonly byProvince: readonly Tally[];
};

/** A row of the applicants' table; `refusal` is why a person could not be drawn. */
export type ReviewedApplicant = {
  readonly participantId: ParticipantId;
  readonly age: number | null;
  readonly gender: Gender | null;
  readonly province: string | null;
  readonly priority: number;
  readonly status: WaveEntryStatus;
  readonly refusal: string | null;
};
