import type { ParticipantId } from "#kernel/identifiers.ts";
import type { TestAttemptId, TestItemKind } from "../types.ts";

export type TestFlagVerdict = "fine" | "another_attempt";

/** An answer as the pattern checks see it. */
export type TimedAnswer = {
  readonly kind: TestItemKind;
  readonly itemId: string;
  readonly answer: number | null;
  readonly choice: number | null;
  readonly firstShownAt: Date | null;
  readonly answeredAt: Date | null;
};

/** Numbers for a person to look at; never personal data. */
export type FlagEvidence =
  | {
      readonly kind: "same_answers";
      /** Wrong answers, all of which another attempt has too, with the same wrong option. */
      readonly equalWrong: number;
      readonly otherAttempt: string;
      /** Attempts of the same days with these wrong answers. */
      readonly others: number;
    }
  | {
      readonly kind: "too_fast";
      readonly medianSeconds: number;
      /** Right answers that took less time than reading does. */
      readonly quickRight: number;
      readonly answered: number;
      /** Right answers of all knowledge items, in percent. */
      readonly knowledge: number;
    };

export type TestFlag = {
  readonly id: string;
  readonly attemptId: TestAttemptId;
  readonly participantId: ParticipantId;
  readonly evidence: FlagEvidence;
  readonly raisedAt: Date;
  readonly judged: {
    readonly at: Date;
    readonly by: string;
    readonly verdict: TestFlagVerdict;
    readonly note: string;
  } | null;
};

/** One attempt of a person among all of theirs, for whoever judges or grants. */
export type PastAttempt = {
  readonly id: TestAttemptId;
  readonly startedAt: Date;
  readonly endsAt: Date;
  readonly submittedAt: Date | null;
  readonly knowledge: number | null;
  readonly passed: boolean | null;
  readonly extraPercent: number;
  readonly givenBackSeconds: number;
  readonly superseded: { readonly at: Date; readonly reason: string | null } | null;
};
