import { describe, expect, it } from "vitest";
import {
  decideAnswer,
  decideGrant,
  decideStart,
  endOfTest,
  isDisability,
  optionAt,
  timeOfTest,
} from "#features/selection-test/policy/test-terms.ts";
import type { TestAttempt, TestAttemptId } from "#features/selection-test/types.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";

const start = new Date("2026-11-24T03:00:00Z");
const running: TestAttempt = {
  id: "attempt" as TestAttemptId,
  participantId: "person" as ParticipantId,
  startedAt: start,
  endsAt: endOfTest(start, { minutes: 25, extraMinutes: 0 }),
  submittedAt: null,
  passed: null,
  schemeCode: "A",
  gatePercent: 40,
};
const handedIn = { ...running, submittedAt: addSeconds(start, 60), passed: false };
const lastSecond = addSeconds(start, 25 * 60 - 1);
const end = addSeconds(start, 25 * 60);

describe("starting the test", () => {
  it.each([
    ["a verified person starts", { verified: true, attempt: null }, start, "start"],
    ["a person who is not verified does not", { verified: false, attempt: null }, start, "test-not-verified"],
    ["a running test is gone on with", { verified: true, attempt: running }, lastSecond, "go-on"],
    ["a test whose time is over is done", { verified: true, attempt: running }, end, "test-already-done"],
    [
      "a test that was handed in is done",
      { verified: true, attempt: handedIn },
      lastSecond,
      "test-already-done",
    ],
  ])("%s", (_, facts, now, expected) => {
    const decision = decideStart(facts, now);
    expect(decision.ok ? decision.value : decision.refusal.code).toBe(expected);
  });
});

describe("answering", () => {
  it.each([
    ["counts in the last second", running, lastSecond, "yes"],
    ["does not count when the 25 minutes are over", running, end, "test-time-is-over"],
    ["does not count after handing in", handedIn, lastSecond, "test-already-done"],
    ["does not count before the start", null, start, "test-not-started"],
  ])("%s", (_, attempt, now, expected) => {
    const decision = decideAnswer(attempt, now);
    expect(decision.ok ? "yes" : decision.refusal.code).toBe(expected);
  });

  it("takes the place that was shown and keeps the option that it stands for", () => {
    expect(optionAt([2, 0, 3, 1], 0)).toEqual({ ok: true, value: 2 });
    expect(optionAt([2, 0, 3, 1], 4)).toEqual({ ok: false, refusal: { code: "test-choice-unknown" } });
  });
});

describe("another attempt", () => {
  it.each([
    ["is granted after a test that was not passed", handedIn, false, true],
    ["is not granted after one that was passed", { ...handedIn, passed: true }, false, false],
    [
      "is granted after one that was passed but judged to need another",
      { ...handedIn, passed: true },
      true,
      true,
    ],
    ["is not granted while a test runs", running, true, false],
    ["is not granted to a person without a test", null, false, false],
  ])("%s", (_, attempt, isAnotherRequired, granted) => {
    expect(decideGrant(attempt, isAnotherRequired).ok).toBe(granted);
  });
});

describe("the time of a test", () => {
  it.each([
    ["25 minutes for most people", 25, 50, null, 0],
    ["no more for whom 'none' is recorded", 25, 50, "none", 0],
    ["13 minutes more, rounded up, for whom a disability is recorded", 25, 50, "visual", 13],
    ["what another scheme says", 40, 25, "hearing", 10],
    ["nothing more where a scheme gives nothing", 25, 0, "physical", 0],
  ])("is %s", (_, minutes, extraPercent, recorded, extraMinutes) => {
    expect(timeOfTest({ minutes, extraPercent }, isDisability(recorded))).toEqual({ minutes, extraMinutes });
  });

  it("ends after both", () => {
    expect(endOfTest(start, { minutes: 25, extraMinutes: 13 })).toEqual(addSeconds(start, 38 * 60));
  });
});
