export type Determination = {
  readonly waveId: string;
  readonly waveNumber: number;
  readonly decreeNumber: string;
  readonly determinedAt: Date;
};

/** Where a person stands with the waves, in the words of the programme (section 8). */
export type WaveState =
  | { readonly stage: "none" }
  | {
      readonly stage: "waiting-for-close";
      readonly waveNumber: number;
      readonly joinedAt: Date;
      readonly closesAt: Date;
    }
  | { readonly stage: "in-selection"; readonly waveNumber: number; readonly joinedAt: Date }
  | {
      readonly stage: "selected";
      readonly waveNumber: number;
      readonly decreeNumber: string;
      readonly determinedAt: Date;
    }
  | {
      readonly stage: "not-selected";
      readonly waveNumber: number;
      readonly reason: string;
      readonly publishedAt: Date;
    };
