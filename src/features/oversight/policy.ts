import { addSeconds, secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { ClockRefusal } from "./refusals.ts";
import type { ClockStep, SimulationTime } from "./types.ts";

const DAY = 86_400;
const MONTH = 30 * DAY;
/** As far as the clock ever goes: a whole programme and more, and still a date that everything can write. */
const FURTHEST = 20 * 365 * DAY;

/**
 * How far ahead the programme runs after a step. The clock stores seconds ahead of the machine, so a step is added to
 * what is stored: `time.now` holds it already, and a deadline is reached by the way that is left to it. Never back.
 */
export function decideMove(
  time: SimulationTime,
  step: ClockStep,
  facts: { readonly demo: boolean; readonly deadline: Date | null },
): Result<{ readonly aheadSeconds: number; readonly reached: Date }, ClockRefusal> {
  if (!facts.demo) return refuse({ code: "clock-not-in-demo" });
  const seconds = secondsOf(step, time.now, facts.deadline);
  if (seconds === null) return refuse({ code: "clock-no-deadline" });
  const aheadSeconds = time.aheadSeconds + seconds;
  if (aheadSeconds > FURTHEST) return refuse({ code: "clock-too-far" });
  return ok({ aheadSeconds, reached: addSeconds(time.now, seconds) });
}

function secondsOf(step: ClockStep, now: Date, deadline: Date | null): number | null {
  if (step === "day") return DAY;
  if (step === "month") return MONTH;
  if (!deadline || deadline <= now) return null;
  // A second beyond it, so that what hangs on the deadline has happened.
  return Math.ceil(secondsBetween(now, deadline)) + 1;
}
