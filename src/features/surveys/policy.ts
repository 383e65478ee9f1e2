import { addDays, dayInWib, deadlineAfter, startOfDay } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { SurveyRefusal } from "./refusals.ts";
import type { RoundState, SurveyRound } from "./types.ts";

type Terms = { readonly surveyDays: readonly number[]; readonly surveyOpenDays: number };

/**
 * The surveys that follow a first incentive (programme rules, sections 2 and 7): each opens at 00:00 WIB so many days
 * later and may be filled in for a term of `surveyOpenDays`.
 */
export function roundsAfter(
  firstPaidAt: Date,
  terms: Terms,
): Pick<SurveyRound, "number" | "opensAt" | "closesAt">[] {
  return terms.surveyDays.map((days, index) => {
    const opensAt = startOfDay(addDays(dayInWib(firstPaidAt), days));
    return { number: index + 1, opensAt, closesAt: deadlineAfter(opensAt, terms.surveyOpenDays) };
  });
}

export function stateOf(round: SurveyRound, now: Date): RoundState {
  if (round.submittedAt) return "submitted";
  if (now < round.opensAt) return "coming";
  return now > round.closesAt ? "missed" : "open";
}

/** Whether answers may be sent now. */
export function decideSubmission(round: SurveyRound | null, now: Date): Result<SurveyRound, SurveyRefusal> {
  if (!round) return refuse({ code: "survey-not-scheduled" });
  switch (stateOf(round, now)) {
    case "submitted":
      return refuse({ code: "survey-submitted-already" });
    case "coming":
      return refuse({ code: "survey-not-open-yet", opensAt: round.opensAt });
    case "missed":
      return refuse({ code: "survey-closed", closesAt: round.closesAt });
    case "open":
      return ok(round);
  }
}
