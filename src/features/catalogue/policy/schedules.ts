import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ScheduleRefusal } from "../refusals.ts";
import type { NewSchedule, StandingSchedule } from "../types/authoring.ts";
import type { CourseMode } from "../types.ts";

const HOURS_AHEAD = 24;
const LONGEST_DAYS = 120;

/** Whether a schedule can still be bought: not called off, and not begun; one without a start always runs. */
export function isBuyable(
  { startsAt, cancelledAt }: { readonly startsAt: Date | null; readonly cancelledAt: Date | null },
  now: Date,
): boolean {
  return cancelledAt === null && (startsAt === null || startsAt > now);
}

/** What a schedule needs by the way its course is held; people must have a day to read of it. */
export function decideSchedule(
  mode: CourseMode,
  schedule: NewSchedule,
  standing: number,
  now: Date,
): Result<NewSchedule, ScheduleRefusal> {
  if (mode === "self_paced") {
    if (standing > 0) return refuse({ code: "schedule-stands-already" });
    return ok({ seats: schedule.seats, startsAt: null, endsAt: null, place: null });
  }
  const { startsAt, endsAt, place } = schedule;
  if (!startsAt) return refuse({ code: "schedule-start-missing" });
  if (!endsAt) return refuse({ code: "schedule-end-missing" });
  if (startsAt < addSeconds(now, HOURS_AHEAD * 3600)) return refuse({ code: "schedule-starts-too-soon" });
  if (endsAt <= startsAt) return refuse({ code: "schedule-ends-before-start" });
  if (endsAt > addSeconds(startsAt, LONGEST_DAYS * 86_400)) return refuse({ code: "schedule-too-long" });
  if (!place) return refuse({ code: "schedule-place-missing" });
  if (mode === "webinar" && !/^https:\/\/[^\s/]+\S*$/.test(place)) {
    return refuse({ code: "schedule-address-not-valid" });
  }
  return ok(schedule);
}

/** A schedule is called off before it begins; those who bought are told, and get their money back. */
export function decideScheduleCancellation(
  schedule: StandingSchedule | null,
  now: Date,
): Result<StandingSchedule, ScheduleRefusal> {
  if (!schedule) return refuse({ code: "schedule-unknown" });
  if (schedule.cancelledAt) return refuse({ code: "schedule-cancelled-before" });
  return isBuyable(schedule, now) ? ok(schedule) : refuse({ code: "schedule-has-begun" });
}
