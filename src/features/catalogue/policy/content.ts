import { formatRupiah } from "#kernel/money.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ContentRefusal } from "../refusals.ts";
import type { SchemeRules, SoldCourse } from "../types/authoring.ts";
import type { CourseMode } from "../types.ts";

/**
 * Most rupiah for one hour of training, by the way it is held: a place and a trainer in the room cost more than a video.
 * The programme set such ceilings and never published them; these numbers are ours, and this is the one place for them.
 */
export const HOURLY_CEILING: Readonly<Record<CourseMode, number>> = {
  self_paced: 80_000,
  webinar: 100_000,
  face_to_face: 150_000,
};

/** The highest price of a course in rupiah: its hours by the hourly ceiling, and never more than the training balance. */
export function priceCeiling(mode: CourseMode, hours: number, { trainingBalance }: SchemeRules): number {
  return Math.min(HOURLY_CEILING[mode] * hours, trainingBalance);
}

type PricedContent = {
  readonly mode: CourseMode | null;
  readonly price: number | null;
  readonly hours: number | null;
  readonly sampleLesson: number | null;
};

/**
 * Whether the programme allows a course with these facts (programme rules, sections 2 and 6). What a draft does not say yet
 * breaks no rule. `sold`: as it is sold now.
 */
export function decideContent(
  { mode, price, hours, sampleLesson }: PricedContent,
  sold: SoldCourse | null,
  rules: SchemeRules,
): Result<void, ContentRefusal> {
  const priced = decidePrice({ mode, price, hours }, rules);
  if (!priced.ok) return priced;
  const lessons = sold?.lessons ?? 0;
  if (sampleLesson !== null && sampleLesson > lessons)
    return refuse({ code: "course-sample-unknown", lessons });
  // Those who bought a date in a room do not find a video there.
  if (mode && sold && sold.mode !== mode && sold.standingSchedules > 0) {
    return refuse({ code: "course-mode-has-schedules", schedules: sold.standingSchedules });
  }
  return ok();
}

function decidePrice(
  { mode, price, hours }: Pick<PricedContent, "mode" | "price" | "hours">,
  rules: SchemeRules,
): Result<void, ContentRefusal> {
  const { minimumHours, trainingBalance } = rules;
  if (hours !== null && hours < minimumHours)
    return refuse({ code: "course-too-short", minimum: minimumHours });
  if (price === null) return ok();
  if (price > trainingBalance) {
    return refuse({ code: "course-price-above-balance", balance: formatRupiah(BigInt(trainingBalance)) });
  }
  if (mode === null || hours === null) return ok();
  const ceiling = priceCeiling(mode, hours, rules);
  if (price <= ceiling) return ok();
  const hourly = formatRupiah(BigInt(HOURLY_CEILING[mode]));
  return refuse({ code: "course-price-above-ceiling", ceiling: formatRupiah(BigInt(ceiling)), hourly });
}

/** A self-paced course is offered once it has lessons; the others once they are approved. */
export function isOffered(mode: CourseMode, lessons: number): boolean {
  return mode !== "self_paced" || lessons > 0;
}
