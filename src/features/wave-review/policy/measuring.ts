import { secondsBetween } from "#kernel/calendar.ts";
import type { AnomalyLimits, Measure, ReviewStatus } from "../types.ts";

/** An open wave is measured at most so often. */
const SECONDS_BETWEEN = 60;
/** A wave whose measuring takes long is measured less often: at most this part of the time goes into it. */
const PART_OF_TIME = 20;

/** The figures change with the people while a wave is open or closed, and afterwards once with each of these. */
const stages: Readonly<Record<ReviewStatus, string | null>> = {
  draft: null,
  scheduled: null,
  open: "open",
  closed: "closed",
  frozen: "frozen",
  drawn: "drawn",
  reviewed: "drawn",
  decided: "drawn",
  published: "published",
  archived: "published",
};

/** Whether a wave is to be measured now; `measure` is null while it never was. */
export function isDueToMeasure(status: ReviewStatus, measure: Measure | null, now: Date): boolean {
  const stage = stages[status];
  if (stage === null) return false;
  if (!measure) return true;
  const wait = Math.max(SECONDS_BETWEEN, (measure.tookMs * PART_OF_TIME) / 1_000);
  if (secondsBetween(measure.askedAt, now) < wait) return false;
  const measured = measure.status && stages[measure.status];
  return stage === "open" || stage === "closed" || stage !== measured;
}

/** Chosen so that a family, a popular birthday and a busy evening stay below. */
export const anomalyLimits: AnomalyLimits = {
  perFamilyCard: 4,
  sameBirth: 5,
  least: 50,
  times: 3,
  deviations: 6,
};
