import { describe, expect, it } from "vitest";
import { decideDraw, decideFreeze, decideReview, decideRun } from "#features/selection/policy/steps.ts";
import type { SelectionRun } from "#features/selection/types.ts";

const told = (decision: { ok: true; value?: unknown } | { ok: false; refusal: { code: string } }) =>
  decision.ok ? (decision.value ?? "yes") : decision.refusal.code;

describe("the steps of a selection", () => {
  it.each([
    ["draft", false, "selection-wave-not-closed"],
    ["scheduled", false, "selection-wave-not-closed"],
    ["open", false, "selection-wave-not-closed"],
    ["closed", false, "yes"],
    ["closed", true, "selection-another-undecided"],
    ["frozen", false, "selection-frozen-already"],
    ["published", false, "selection-frozen-already"],
  ] as const)(
    "the list of a wave that is %s, another undecided: %s, is fixed: %s",
    (status, isAnother, expected) => {
      expect(told(decideFreeze(status, isAnother))).toBe(expected);
    },
  );

  it.each([
    ["open", 3, "selection-wave-not-frozen"],
    ["closed", 3, "selection-wave-not-frozen"],
    ["frozen", 2, "selection-values-missing"],
    ["frozen", 3, "yes"],
    ["drawn", 3, "selection-already-drawn"],
    ["archived", 3, "selection-already-drawn"],
  ] as const)("a wave that is %s, with %i values, is drawn: %s", (status, values, expected) => {
    expect(told(decideDraw(status, values))).toBe(expected);
  });

  it.each([
    ["frozen", "selection-wave-not-drawn"],
    ["drawn", "review"],
    ["reviewed", "nothing-to-do"],
    ["published", "nothing-to-do"],
  ] as const)("a wave that is %s is called reviewed: %s", (status, expected) => {
    expect(told(decideReview(status))).toBe(expected);
  });

  const asked: SelectionRun = {
    ...{ step: "draw", askedBy: "somebody", askedAt: new Date("2026-12-08T03:00:00Z") },
    ...{ finishedAt: null, failure: null },
  };
  it.each<[string, SelectionRun | null, string]>([
    ["nobody asked for", null, "yes"],
    ["is under way", asked, "selection-under-way"],
    ["failed", { ...asked, failure: "selection-another-undecided" }, "yes"],
    ["is done", { ...asked, finishedAt: asked.askedAt }, "yes"],
  ])("work that %s may be asked for: %s", (_, run, expected) => {
    expect(told(decideRun(run))).toBe(expected);
  });
});
