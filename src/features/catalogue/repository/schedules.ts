import type { Transaction } from "#platform/db/client.ts";
import type { NewSchedule, StandingSchedule } from "../types/authoring.ts";
import type { CourseId, CourseMode, ScheduleId } from "../types.ts";

/** The way a provider's own course is held, and its schedules that stand; null when it is not theirs. */
export async function findScheduledCourse(
  tx: Transaction,
  courseId: string,
  providerSlug: string,
): Promise<{ readonly mode: CourseMode; readonly standing: number } | null> {
  const course = await tx.course.findFirst({ where: { id: courseId, providerSlug }, select: { mode: true } });
  if (!course) return null;
  return {
    mode: course.mode,
    standing: await tx.courseSchedule.count({ where: { courseId, cancelledAt: null } }),
  };
}

export async function insertSchedule(
  tx: Transaction,
  schedule: NewSchedule & {
    readonly id: ScheduleId;
    readonly courseId: string;
    readonly code: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.courseSchedule.create({ data: schedule });
}

/** A schedule of a provider's own course, locked, so that nobody buys it meanwhile; null when it is not theirs. */
export async function lockSchedule(
  tx: Transaction,
  { scheduleId, courseId, providerSlug }: { scheduleId: string; courseId: string; providerSlug: string },
): Promise<StandingSchedule | null> {
  const [row] = await tx.$queryRaw<{ readonly starts_at: Date | null; readonly cancelled_at: Date | null }[]>`
    SELECT s.starts_at, s.cancelled_at FROM course_schedule s JOIN course c ON c.id = s.course_id
    WHERE s.id = ${scheduleId}::uuid AND c.id = ${courseId}::uuid AND c.provider_slug = ${providerSlug}
    FOR UPDATE OF s`;
  if (!row) return null;
  const buyers = await tx.purchase.count({ where: { courseId, scheduleId, status: "bought" } });
  return {
    id: scheduleId as ScheduleId,
    courseId: courseId as CourseId,
    ...{ startsAt: row.starts_at, cancelledAt: row.cancelled_at, buyers },
  };
}

export async function markScheduleCancelled(
  tx: Transaction,
  id: ScheduleId,
  cancelReason: string,
  cancelledAt: Date,
): Promise<void> {
  await tx.courseSchedule.update({ where: { id }, data: { cancelledAt, cancelReason } });
}
