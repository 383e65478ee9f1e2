import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { TestRefusal } from "../refusals.ts";
import type { TestAttempt, TestRules, TestTime } from "../types.ts";

/**
 * How long a test lasts: the scheme's minutes, and more of them, rounded up to whole ones, for whom a disability is
 * recorded. Nobody has to ask for it.
 */
export function timeOfTest(
  { minutes, extraPercent }: Pick<TestRules, "minutes" | "extraPercent">,
  hasDisability: boolean,
): TestTime {
  return { minutes, extraMinutes: hasDisability ? Math.ceil((minutes * extraPercent) / 100) : 0 };
}

/** Whether what a registration says of disability stands for extra time. */
export function isDisability(recorded: string | null): boolean {
  return recorded !== null && recorded !== "none";
}

/** The moment at which a test that starts now hands itself in. */
export function endOfTest(start: Date, { minutes, extraMinutes }: TestTime): Date {
  return addSeconds(start, (minutes + extraMinutes) * 60);
}

/** Whether the time of a test is over: the last second no longer counts. */
export function isOver(attempt: { readonly endsAt: Date }, now: Date): boolean {
  return now >= attempt.endsAt;
}

/**
 * Whether a person may start. One attempt a person; a test that runs is gone on with, so that a second press or a
 * second device finds the same questions.
 */
export function decideStart(
  facts: { readonly verified: boolean; readonly attempt: TestAttempt | null },
  now: Date,
): Result<"start" | "go-on", TestRefusal> {
  if (facts.attempt) {
    const isDone = facts.attempt.submittedAt !== null || isOver(facts.attempt, now);
    return isDone ? refuse({ code: "test-already-done" }) : ok("go-on");
  }
  return facts.verified ? ok("start") : refuse({ code: "test-not-verified" });
}

/** Whether an answer may still be given, or the test handed in. */
export function decideAnswer(attempt: TestAttempt | null, now: Date): Result<TestAttempt, TestRefusal> {
  if (!attempt) return refuse({ code: "test-not-started" });
  if (isOver(attempt, now)) return refuse({ code: "test-time-is-over" });
  return attempt.submittedAt ? refuse({ code: "test-already-done" }) : ok(attempt);
}

/** The shown place of an option back to its index in the item. */
export function optionAt(optionOrder: readonly number[], place: number): Result<number, TestRefusal> {
  const index = optionOrder[place];
  return index === undefined ? refuse({ code: "test-choice-unknown" }) : ok(index);
}

/** Another attempt is for those who have finished one without passing, or whose attempt was judged to need another. */
export function decideGrant(
  attempt: TestAttempt | null,
  isAnotherRequired: boolean,
): Result<TestAttempt, TestRefusal> {
  return attempt?.submittedAt && (attempt.passed === false || isAnotherRequired)
    ? ok(attempt)
    : refuse({ code: "test-another-not-needed" });
}
