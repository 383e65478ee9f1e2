import type { ParticipantId } from "#kernel/identifiers.ts";

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

/** A decree (SK) of a wave: the first names the selected, later ones those who took free places. */
export type Decree = {
  readonly number: string;
  readonly waveId: string;
  readonly issuedAt: Date;
  readonly people: number;
  /** In hexadecimal. */
  readonly digest: string;
};

/** What a decree's paper says besides. */
export type DecreePaper = Decree & {
  readonly waveNumber: number;
  readonly schemeName: string;
  readonly quota: number;
  readonly applicants: number;
  readonly root: string;
  readonly seed: string;
  /** The lines of the list that it names, in the order; cut after so many as a paper holds. */
  readonly entries: readonly { readonly rank: number; readonly entry: string; readonly province: string }[];
};

/** A place that became free, as the rules of succession see it. */
export type FreePlace = {
  /** Whose place it was. */
  readonly participantId: string;
  readonly waveId: string;
  readonly provinceCode: string;
  readonly priority: number;
};

/** Which of the waiting may take a free place. */
export type Succession = {
  readonly perFamilyCard: number;
  /** null: from anywhere. */
  readonly provinceCode: string | null;
  /** null: of any priority group. */
  readonly priority: number | null;
};

export type Successor = { readonly participantId: string; readonly rank: number | null };

export type ObjectionOutcome = "upheld" | "rejected";

/** What decides whether a person may object to a result. */
export type ObjectionFacts = {
  readonly publishedAt: Date | null;
  readonly isSelected: boolean;
  readonly isFiled: boolean;
};

export type Objection = {
  readonly participantId: ParticipantId;
  readonly waveId: string;
  readonly waveNumber: number;
  readonly reason: string | null;
  readonly text: string;
  readonly filedAt: Date;
  readonly outcome: ObjectionOutcome | null;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};
