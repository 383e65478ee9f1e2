import type { Ceremony } from "#features/selection/types/ceremony.ts";
import type { WaveStatus } from "#features/waves/types.ts";

/** A wave's status as everybody sees it. */
export type DrawStatus = WaveStatus;

/** A wave with a fixed list, in the list of all of them. */
export type ListedDraw = {
  readonly number: number;
  readonly status: DrawStatus;
  readonly quota: number;
  readonly entryCount: number;
  readonly frozenAt: Date;
  readonly publishedAt: Date | null;
};

/** Everything about a draw that everybody may know by now. Hashes in hexadecimal. */
export type PublicDraw = ListedDraw & {
  readonly waveId: string;
  readonly rule: number;
  readonly refusedCount: number;
  readonly perFamilyCard: number;
  /** Area code to places; empty: the whole country shares the quota. */
  readonly provinces: ReadonlyMap<string, number>;
  /** Priority group to the most places that it may take. */
  readonly groups: ReadonlyMap<number, number>;
  /** The list's root, and what was promised and shown. */
  readonly ceremony: Ceremony;
  /** null until the three values are known. */
  readonly seed: string | null;
  readonly drawnAt: Date | null;
  /** null until the publication. */
  readonly result: { readonly selected: number; readonly digest: string } | null;
};

export type DrawOutcome = "selected" | "family_card_full" | "quota_full";
export type PathNode = { readonly side: "left" | "right"; readonly hash: string };

/** bukti.json: that a person stands in the list, and from the publication on, where the draw put them. */
export type OwnProof = {
  readonly format: "prakerja-draw-proof/2";
  readonly wave: number;
  readonly participant: string;
  readonly salt: string;
  readonly entry: string;
  readonly province: string;
  readonly priority: number;
  readonly weight: number;
  readonly family: string;
  readonly taken: number;
  readonly position: number;
  readonly leaf: string;
  readonly path: readonly PathNode[];
  readonly root: string;
  readonly rank: number | null;
  readonly stratumRank: number | null;
  readonly outcome: DrawOutcome | null;
  /** The rank within the stratum of the last one selected; null: nobody, or not published yet. */
  readonly cutOff: number | null;
};

/** What the rules saw of a person who is not in the draw. */
export type FrozenFacts = {
  readonly verified: boolean;
  readonly recipient: boolean;
  readonly blacklisted: boolean;
  readonly excludedOccupation: boolean;
  readonly inEducation: boolean;
  readonly otherAid: boolean;
  readonly excluded: boolean;
  readonly birthDate: Date | null;
  readonly familyRecipients: number;
};

/** How a wave stands for a person who joined it. */
export type OwnWave = {
  readonly number: number;
  readonly status: DrawStatus;
  readonly joinedAt: Date;
  readonly closesAt: Date;
  /** null: not in the list, or there is no list yet. */
  readonly proof: OwnProof | null;
  readonly provinceName: string | null;
  readonly entryCount: number | null;
  /** From the publication on. */
  readonly result: OwnResult | null;
  readonly objectionsUntil: Date | null;
};

export type OwnResult =
  /** Determined by a decree: from the draw, or later from the waiting list. */
  | { readonly kind: "recipient"; readonly decreeNumber: string; readonly fromWaitingList: boolean }
  | { readonly kind: "drawn"; readonly outcome: DrawOutcome }
  | {
      readonly kind: "not-in-draw";
      readonly code: string;
      readonly rule: number;
      readonly facts: FrozenFacts;
      /** The reason of an administrator who took the person out, as a code. */
      readonly exclusion: string | null;
    }
  /** Drawn by the first rule, which left no proof. */
  | { readonly kind: "without-proof"; readonly selected: boolean; readonly code: string | null };
