import type { WaveStatus } from "#features/waves/types.ts";
import type { Day } from "#kernel/calendar.ts";

/** A wave's status as the selection sees it. */
export type SelectionStatus = WaveStatus;

/** What decides on a person's eligibility, as it was at the freeze of their wave. */
export type EligibilityFacts = {
  readonly verified: boolean;
  readonly recipient: boolean;
  readonly blacklisted: boolean;
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly laidOff: boolean;
  /** An administrator took the person out of the closed wave. */
  readonly excluded: boolean;
  readonly birth: Day | null;
  readonly hasFamilyCard: boolean;
  /** Recipients of this family card before this wave. */
  readonly familyRecipients: number;
};

/** The rules of a scheme that decide on eligibility (programme rules, section 2). */
export type EligibilityRules = {
  readonly minimumAge: number;
  readonly maximumAge: number | null;
  readonly excludesOtherAid: boolean;
  readonly recipientsPerFamilyCard: number;
};

/** A province and priority group; everybody of a stratum has the same chances. */
export type Stratum = { readonly provinceCode: string; readonly priority: number };

/**
 * The lines of a list as a draw needs them, in arrays by position. `keys`: of each the first 128 bits, in four words.
 * `strata`: its stratum's number. `crowds`: the number of a family card that may become full, 0 for every other.
 */
export type Lots = {
  readonly count: number;
  readonly keys: Uint32Array;
  readonly strata: Uint16Array;
  readonly crowds: Int32Array;
  readonly taken: Uint8Array;
};

/** How many places there are: in all, a family card, and where they are divided, a province and a priority group. */
export type Places = {
  readonly quota: number;
  readonly perFamilyCard: number;
  readonly provinces: ReadonlyMap<string, number>;
  readonly groups: ReadonlyMap<number, number>;
};

/** In the order of their numbers in a `Walk`. */
export const drawOutcomes = ["selected", "family_card_full", "quota_full"] as const;

/**
 * How a walk came out, by place in the order: rank within the stratum from 1, and the number of the outcome. `reached`, by
 * stratum: how many were selected, and the rank within the stratum of the last of them.
 */
export type Walk = {
  readonly stratumRanks: Uint32Array;
  readonly outcomes: Uint8Array;
  readonly selectedCount: number;
  readonly reached: readonly { readonly selected: number; readonly cutOff: number }[];
};

export type SelectionStep = "freeze" | "draw" | "publish";

/** Work on a whole wave that was asked for: under way while it is neither finished nor failed. */
export type SelectionRun = {
  readonly step: SelectionStep;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly finishedAt: Date | null;
  /** Why it could not be done, as a refusal code. */
  readonly failure: string | null;
};

/** What was kept of something, beside what it comes to when it is worked out again. */
export type Compared<Value> = { readonly kept: Value; readonly replayed: Value };

/** A decision on one person that was worked out again from what was kept. */
export type ReplayedDecision =
  | { readonly kind: "other-rule"; readonly rule: number }
  | {
      readonly kind: "replayed";
      readonly rule: number;
      readonly facts: EligibilityFacts & { readonly provinceCode: string | null };
      /** The refusal code, or null: in the draw. */
      readonly eligibility: Compared<string | null>;
      /** Null: not in the draw. Leaves in hexadecimal. */
      readonly line: (Compared<string> & { readonly text: string }) | null;
      /** Null: not in the draw, or not drawn yet. */
      readonly place: Compared<{ readonly rank: number; readonly outcome: string }> | null;
    };
