import type { Locale } from "#i18n/messages.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import type { NearSchedule, OwnProvider, ProviderAgenda } from "../types.ts";

/** How far ahead a schedule is near, in seconds. */
const NEAR = 14 * 24 * 3600;
/** Figures are exact up to here; who has more waiting reads "100+". */
export const COUNTED_TO = 100;

type Counts = Omit<ProviderAgenda, "nearSchedules">;

/** What waits for a provider's people. Counts stop at a hundred, so that none grows with the programme. */
export async function findAgenda({ slug }: OwnProvider, locale: Locale, now: Date): Promise<ProviderAgenda> {
  const [counts] = await database().$queryRaw<Counts[]>`
    SELECT
      (SELECT count(*)::int FROM (SELECT 1 FROM course_version v WHERE v.provider_slug = ${slug} AND v.status = 'refused'
        AND NOT EXISTS (SELECT 1 FROM course_version n WHERE n.course_id = v.course_id AND n.version > v.version)
        LIMIT ${COUNTED_TO}) x) AS "sentBack",
      (SELECT count(*)::int FROM (SELECT 1 FROM course_version v WHERE v.provider_slug = ${slug} AND v.status = 'submitted'
        LIMIT ${COUNTED_TO}) x) AS submitted,
      (SELECT count(*)::int FROM (SELECT 1 FROM course c JOIN review r ON r.course_id = c.id
        LEFT JOIN review_answer a ON a.purchase_id = r.purchase_id
        WHERE c.provider_slug = ${slug} AND a.purchase_id IS NULL LIMIT ${COUNTED_TO}) x) AS "unansweredReviews",
      (SELECT count(*)::int FROM (SELECT 1 FROM task_record t
        WHERE t.provider_slug = ${slug} AND t.part = 'assignment' AND t.status = 2 AND NOT EXISTS (
          SELECT 1 FROM task_record later
          WHERE later.redeem_code = t.redeem_code AND later.scope = t.scope AND later.sequence = t.sequence
            AND (later.submitted_at, later.id) > (t.submitted_at, t.id) AND (later.part = 'feedback' OR later.status = 2))
        LIMIT ${COUNTED_TO}) x) AS "ungradedTasks"`;
  const nearSchedules = await database().$queryRaw<NearSchedule[]>`
    SELECT s.code, CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
      s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, s.seats_taken AS "seatsTaken"
    FROM course c JOIN course_schedule s ON s.course_id = c.id
    WHERE c.provider_slug = ${slug} AND s.cancelled_at IS NULL AND s.ends_at > ${now}
      AND s.starts_at < ${addSeconds(now, NEAR)}
    ORDER BY s.starts_at LIMIT 10`;
  const none = { sentBack: 0, submitted: 0, unansweredReviews: 0, ungradedTasks: 0 };
  return { ...(counts ?? none), nearSchedules };
}
