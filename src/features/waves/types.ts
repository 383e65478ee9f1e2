import type { TestBlueprint } from "#features/selection-test/types.ts";
import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type WaveId = Id<"wave">;

/** A wave's life, in one direction. */
export type WaveStatus = "scheduled" | "open" | "closed" | "drawn" | "published";
export type WaveEntryStatus = "joined" | "ineligible" | "selected" | "not_selected";

/** Every number of the programme's rules (programme rules, section 2). Money in whole rupiah, terms in days. */
export type SchemeParameters = {
  readonly minimumAge: number;
  /** null: no upper limit. */
  readonly maximumAge: number | null;
  readonly excludesOtherAid: boolean;
  readonly recipientsPerFamilyCard: number;
  readonly trainingBalance: number;
  /** One payment of the job-search incentive. */
  readonly jobSearchIncentive: number;
  readonly jobSearchPayments: number;
  readonly surveyIncentive: number;
  /** Days after the first incentive on which each survey opens. */
  readonly surveyDays: readonly number[];
  readonly surveyOpenDays: number;
  readonly daysToFirstPurchase: number;
  /** From the review before; null: no term. */
  readonly daysToNextPurchase: number | null;
  readonly daysToFinish: number;
  readonly daysBetweenPayments: number;
  /** The least percentage of knowledge items; 0 asks only for a completed test. */
  readonly testGatePercent: number;
  readonly testMinutes: number;
  readonly testBlueprint: TestBlueprint;
};

export type Scheme = { readonly code: string; readonly name: string; readonly parameters: SchemeParameters };

/** A wave as the rules see it. */
export type Wave = {
  readonly id: WaveId;
  readonly number: number;
  readonly schemeCode: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quota: number;
  readonly status: WaveStatus;
};

/** One person's place in one wave. */
export type WaveEntry = {
  readonly participantId: ParticipantId;
  readonly waveId: WaveId;
  readonly waveNumber: number;
  readonly waveStatus: WaveStatus;
  readonly closesAt: Date;
  readonly joinedAt: Date;
  readonly status: WaveEntryStatus;
  /** Why the person was not selected, as a code of the selection stage. */
  readonly reason: string | null;
  readonly publishedAt: Date | null;
};

/** What an operator plans. */
export type NewWave = {
  readonly number: number;
  readonly schemeCode: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quota: number;
};

/** What decides whether a person may join. */
export type JoinFacts = {
  readonly wave: Wave | null;
  readonly verified: boolean;
  readonly testPassed: boolean;
  readonly recipient: boolean;
  readonly blacklisted: boolean;
  readonly joined: boolean;
  /** Another wave of this person is not published yet. */
  readonly resultPending: boolean;
};

/** A wave in the operator's list. */
export type ListedWave = Wave & {
  readonly schemeName: string;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly drawnAt: Date | null;
  readonly publishedAt: Date | null;
};
