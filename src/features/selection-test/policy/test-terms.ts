import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { TestRefusal } from "../refusals.ts";
import type { TestAttempt } from "../types.ts";

/** The moment at which a test that starts now hands itself in. */
export function endOfTest(start: Date, minutes: number): Date {
  return addSeconds(start, minutes * 60);
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

/** Another attempt is for those who have finished one without passing. */
export function decideGrant(attempt: TestAttempt | null): Result<TestAttempt, TestRefusal> {
  return attempt?.submittedAt && attempt.passed === false
    ? ok(attempt)
    : refuse({ code: "test-another-not-needed" });
}
