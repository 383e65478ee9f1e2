import type { TestBlueprint } from "#features/selection-test/types.ts";
import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type WaveId = Id<"wave">;

/** The written rules of eligibility and draw that a wave fixes at its opening (docs/decisions/0012). */
export const RULE_VERSION = 2;

/** A wave's life, in the order in which it is lived. */
export const waveStatuses = [
  "draft",
  "scheduled",
  "open",
  "closed",
  "frozen",
  "drawn",
  "reviewed",
  "decided",
  "published",
  "archived",
] as const;
export type WaveStatus = (typeof waveStatuses)[number];

/** A recovery wave gives away places that became free. */
export type WaveKind = "regular" | "recovery";
export type WaveEntryStatus = "joined" | "ineligible" | "selected" | "not_selected";

/** The priority groups: 0 those who were laid off, 1 everybody else. */
export const priorityGroups = [0, 1] as const;

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
  readonly kind: WaveKind;
  readonly schemeCode: string;
  /** The scheme's parameters as they were at the opening; null before. */
  readonly parameters: SchemeParameters | null;
  /** null before the opening. */
  readonly ruleVersion: number | null;
  readonly opensAt: Date;
  /** Whoever comes at this moment is too late. */
  readonly closesAt: Date;
  readonly quota: number;
  readonly status: WaveStatus;
};

/** As much of a wave as decides whether it takes people now. */
export type WaveTime = Pick<Wave, "status" | "opensAt" | "closesAt">;

/** The wave that people see: open, or open soon. */
export type CurrentWave = Wave & {
  /** Its time is now, though nobody may have opened it yet: the first who joins does. */
  readonly isOpen: boolean;
};

/** The parts of a quota; empty: no parts. */
export type Quotas = {
  /** Province code to places; with one of them, a province without has none. */
  readonly provinces: ReadonlyMap<string, number>;
  /** Priority group to its places at most. */
  readonly groups: ReadonlyMap<number, number>;
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
export type WavePlan = Quotas & {
  readonly number: number;
  readonly kind: WaveKind;
  readonly schemeCode: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly quota: number;
};

/** What decides whether a plan may be kept. */
export type PlanFacts = {
  readonly numberIsTaken: boolean;
  readonly schemeExists: boolean;
  /** A province of the plan that is none. */
  readonly unknownProvince: string | null;
  /** Places that became free, that nobody took and that no other planned recovery wave counts on. */
  readonly freePlaces: number;
};

/** A wave that people have been told of, or can join. */
export type AnnouncedWave = Pick<Wave, "number" | "opensAt" | "closesAt">;

/** What decides whether a person may join. */
export type JoinFacts = {
  readonly wave: WaveTime | null;
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
  readonly frozenAt: Date | null;
  readonly drawnAt: Date | null;
  readonly reviewedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly publishedAt: Date | null;
  readonly archivedAt: Date | null;
};

/** How many joined a wave, up to a bound above which nobody counts on a page, and how many it selected. */
export type WaveCounts = {
  readonly joined: number;
  readonly joinedIsMore: boolean;
  /** null before the draw. */
  readonly selected: number | null;
};

/** Steps of a wave's life that need two persons: one proposes, another one approves. */
export const stepsOfTwo = ["close", "draw", "publish"] as const;
export type StepOfTwo = (typeof stepsOfTwo)[number];
