import type { StaffActor } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideSchedule } from "../policy/schedules.ts";
import type { ScheduleRefusal } from "../refusals.ts";
import { findScheduledCourse, insertSchedule } from "../repository/schedules.ts";
import { lockCourse } from "../repository/versions.ts";
import type { NewSchedule } from "../types/authoring.ts";

const CODE_LENGTH = 6;

/** A provider opens a date, or the seats of a self-paced course. */
export async function addSchedule(
  work: Work<StaffActor>,
  { courseId, ...schedule }: NewSchedule & { readonly courseId: string },
): Promise<Result<{ courseId: string }, ScheduleRefusal>> {
  const { providerSlug } = work.actor;
  await lockCourse(work.tx, courseId);
  const course = providerSlug ? await findScheduledCourse(work.tx, courseId, providerSlug) : null;
  if (!course) return refuse({ code: "schedule-course-unknown" });
  const decision = decideSchedule(course.mode, schedule, course.standing, work.now);
  if (!decision.ok) return decision;
  const id = work.newId<"course-schedule">();
  const code = `JDW-${readableCode(work.chance, CODE_LENGTH)}`;
  await insertSchedule(work.tx, { ...decision.value, id, courseId, code, createdAt: work.now });
  await work.record({ action: "schedule-added", subject: `course:${courseId}`, details: { schedule: id } });
  return ok({ courseId });
}
