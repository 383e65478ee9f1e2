import type { Id, ParticipantId } from "#kernel/identifiers.ts";

export type TestAttemptId = Id<"test-attempt">;
export type TestItemKind = "numeracy" | "ordering" | "reading" | "motivation";

/** How many items of each kind one test has. */
export type TestBlueprint = Readonly<Record<TestItemKind, number>>;

/** What a scheme says of the test. */
export type TestRules = {
  readonly schemeCode: string;
  readonly minutes: number;
  /** The least percentage of right answers; 0 asks only for a completed test. */
  readonly gatePercent: number;
  readonly blueprint: TestBlueprint;
  /** Time beyond the minutes, in percent of them, for whom a disability is recorded. */
  readonly extraPercent: number;
};

/** An item as the drawing sees it. */
export type BankItem = {
  readonly id: string;
  readonly code: string;
  readonly kind: TestItemKind;
  readonly options: number;
  /** The code of the statement that says the opposite. */
  readonly pairCode: string | null;
  /** Items that look alike; of motivation statements, the opposite pair. */
  readonly family: string | null;
  /** Text and picture to look at first; several items may share them. */
  readonly passage: string | null;
  readonly image: string | null;
};

/** One place of a test: which item, and in which order its options are shown (place -> index in the item). */
export type DrawnQuestion = {
  readonly position: number;
  readonly itemId: string;
  readonly optionOrder: readonly number[];
};

export type TestAttempt = {
  readonly id: TestAttemptId;
  readonly participantId: ParticipantId;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly submittedAt: Date | null;
  readonly passed: boolean | null;
  readonly schemeCode: string;
  /** The gate that it was started under; null for attempts from before it was kept. */
  readonly gatePercent: number | null;
};

/** An answer with what is needed to score it. `choice` and `answer` are indexes in the item's options. */
export type AnswerToScore = {
  readonly kind: TestItemKind;
  readonly code: string;
  readonly pairCode: string | null;
  readonly reversed: boolean;
  readonly options: number;
  readonly answer: number | null;
  readonly choice: number | null;
};

/** Everything in whole percent, 0 to 100. */
export type TestScore = {
  readonly numeracy: number;
  readonly ordering: number;
  readonly reading: number;
  /** Right answers among all knowledge items. */
  readonly knowledge: number;
  /** How far opposite statements agree with each other; null when no pair was answered. */
  readonly motivation: number | null;
  /** Every motivation statement was answered. */
  readonly complete: boolean;
};

export type TestVerdict = { readonly score: TestScore; readonly passed: boolean };

/** A finished test, as its result page tells it. */
export type TestResult = TestVerdict & {
  readonly submittedAt: Date;
  readonly submittedBy: "participant" | "deadline";
  readonly gatePercent: number;
};

/** A test that is going on. */
export type RunningTest = {
  readonly startedAt: Date;
  readonly endsAt: Date;
  /** Time that outages of the service took and that was given back. */
  readonly givenBackSeconds: number;
  /** One flag a question, in order: answered or not. */
  readonly answered: readonly boolean[];
};

/** One question as it is shown; options in the shown order. */
export type ShownQuestion = {
  readonly position: number;
  readonly kind: TestItemKind;
  readonly stem: string;
  readonly passage: string | null;
  readonly image: string | null;
  readonly imageAlt: string | null;
  readonly options: readonly string[];
  /** The place of the chosen option. */
  readonly chosen: number | null;
};

/** How long this person's test lasts: the scheme's minutes and what is added to them. */
export type TestTime = { readonly minutes: number; readonly extraMinutes: number };

/** A person who did not pass, for the administrator who may grant another attempt. */
export type FailedTest = {
  readonly participantId: ParticipantId;
  readonly submittedAt: Date;
  readonly submittedBy: "participant" | "deadline";
  readonly knowledge: number;
  readonly complete: boolean;
};
