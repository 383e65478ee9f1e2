import { database } from "#platform/db/client.ts";

/** Seats that are left in a schedule of a course that this platform sells; null when there is none like it. */
export async function findQuota(
  platformSlug: string,
  courseCode: string,
  scheduleCode: string,
  now: Date,
): Promise<number | null> {
  const [row] = await database().$queryRaw<{ readonly left: number }[]>`
    SELECT CASE WHEN c.active AND s.cancelled_at IS NULL AND (s.starts_at IS NULL OR s.starts_at > ${now})
      THEN s.seats - s.seats_taken ELSE 0 END::int AS left
    FROM course c JOIN course_schedule s ON s.course_id = c.id
    WHERE c.code = ${courseCode} AND s.code = ${scheduleCode} AND c.platform_slug = ${platformSlug}`;
  return row?.left ?? null;
}
