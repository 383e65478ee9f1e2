import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { decideSubmission, roundsAfter, stateOf } from "#features/surveys/policy.ts";
import { addSeconds, deadlineAfter } from "#kernel/calendar.ts";

const schemeA = { surveyDays: [30, 90, 120], surveyOpenDays: 30 };
const wib = (text: string) => new Date(`${text}+07:00`);

describe("rounds after the first incentive", () => {
  test("open at 00:00 WIB 30, 90 and 120 days later, for 30 days", () => {
    expect(roundsAfter(wib("2026-11-24T23:30:00"), schemeA)).toEqual([
      { number: 1, opensAt: wib("2026-12-24T00:00:00"), closesAt: wib("2027-01-22T23:59:59") },
      { number: 2, opensAt: wib("2027-02-22T00:00:00"), closesAt: wib("2027-03-23T23:59:59") },
      { number: 3, opensAt: wib("2027-03-24T00:00:00"), closesAt: wib("2027-04-22T23:59:59") },
    ]);
  });

  test("scheme B has two", () => {
    expect(
      roundsAfter(wib("2026-11-24T12:00:00"), { surveyDays: [30, 90], surveyOpenDays: 30 }),
    ).toHaveLength(2);
  });

  test("the hour of the payment plays no part", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 86_399 }), (seconds) => {
        const paid = addSeconds(wib("2026-11-24T00:00:00"), seconds);
        expect(roundsAfter(paid, schemeA)).toEqual(roundsAfter(wib("2026-11-24T00:00:00"), schemeA));
      }),
    );
  });
});

describe("a round in time", () => {
  const opensAt = wib("2026-12-24T00:00:00");
  const round = { number: 1, opensAt, closesAt: deadlineAfter(opensAt, 30), submittedAt: null };
  test.each([
    ["2026-12-23T23:59:59", "coming", "survey-not-open-yet"],
    ["2026-12-24T00:00:00", "open", null],
    ["2027-01-22T23:59:59", "open", null],
    ["2027-01-23T00:00:00", "missed", "survey-closed"],
  ] as const)("at %s it is %s", (moment, state, code) => {
    expect(stateOf(round, wib(moment))).toBe(state);
    const decision = decideSubmission(round, wib(moment));
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  test("filled in, it stays so and takes no second answer", () => {
    const filled = { ...round, submittedAt: opensAt };
    expect(stateOf(filled, wib("2028-01-01T00:00:00"))).toBe("submitted");
    expect(decideSubmission(filled, opensAt)).toMatchObject({
      refusal: { code: "survey-submitted-already" },
    });
  });

  test("without a round there is nothing to fill in", () => {
    expect(decideSubmission(null, opensAt)).toMatchObject({ refusal: { code: "survey-not-scheduled" } });
  });
});
