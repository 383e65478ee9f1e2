import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { scheduleCancelled } from "../events.ts";
import { decideScheduleCancellation } from "../policy/schedules.ts";
import type { ScheduleRefusal } from "../refusals.ts";
import { lockSchedule, markScheduleCancelled } from "../repository/schedules.ts";

type Input = { readonly courseId: string; readonly scheduleId: string; readonly reason: string };

/** A provider calls a date off before it begins; the purchase stage gives the buyers their money back. */
export async function cancelSchedule(
  work: Work<StaffActor>,
  { courseId, scheduleId, reason }: Input,
): Promise<Result<{ courseId: string }, ScheduleRefusal>> {
  const { providerSlug } = work.actor;
  if (!providerSlug) return refuse({ code: "schedule-unknown" });
  const schedule = await lockSchedule(work.tx, { scheduleId, courseId, providerSlug });
  const decision = decideScheduleCancellation(schedule, work.now);
  if (!decision.ok) return decision;
  const { id, buyers } = decision.value;
  await markScheduleCancelled(work.tx, id, reason, work.now);
  await work.publish(scheduleCancelled({ courseId, scheduleId: id }));
  await work.record({
    action: "schedule-cancelled",
    subject: `course:${courseId}`,
    details: { schedule: id, buyers, reason },
  });
  return ok({ courseId });
}
