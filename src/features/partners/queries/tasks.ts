import type { Locale } from "#i18n/messages.ts";
import { database } from "#platform/db/client.ts";
import type { OwnTask } from "../types/participant.ts";
import type { OwnProvider } from "../types.ts";

const PAGE = 30;

/** Tasks of the provider's own trainings that wait for feedback, the oldest first; only the latest of a sequence counts. */
export async function findTasksToGrade(
  { slug }: OwnProvider,
  locale: Locale,
  after?: string,
): Promise<{ readonly rows: readonly OwnTask[]; readonly next: string | null }> {
  const rows = await database().$queryRaw<OwnTask[]>`
    SELECT t.id, t.redeem_code AS "redeemCode", CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
      t.scope, t.sequence::int AS sequence, t.url_file AS "urlFile", t.notes, t.submitted_at AS "submittedAt", NULL AS feedback
    FROM task_record t JOIN purchase p ON p.id = t.purchase_id JOIN course c ON c.id = p.course_id
    LEFT JOIN task_record edge ON edge.id = ${after ?? null}::uuid
    WHERE t.provider_slug = ${slug} AND t.part = 'assignment' AND t.status = 2
      AND (edge.id IS NULL OR (t.submitted_at, t.id) > (edge.submitted_at, edge.id))
      AND NOT EXISTS (
        SELECT 1 FROM task_record later
        WHERE later.redeem_code = t.redeem_code AND later.scope = t.scope AND later.sequence = t.sequence
          AND (later.submitted_at, later.id) > (t.submitted_at, t.id) AND (later.part = 'feedback' OR later.status = 2))
    ORDER BY t.submitted_at, t.id LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** One task of the provider's own trainings; null for another's, and for one that was not taken. */
export async function findTask({ slug }: OwnProvider, id: string, locale: Locale): Promise<OwnTask | null> {
  const [row] = await database().$queryRaw<OwnTask[]>`
    SELECT t.id, t.redeem_code AS "redeemCode", CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
      t.scope, t.sequence::int AS sequence, t.url_file AS "urlFile", t.notes, t.submitted_at AS "submittedAt",
      (SELECT f.notes FROM task_record f
       WHERE f.redeem_code = t.redeem_code AND f.scope = t.scope AND f.sequence = t.sequence AND f.part = 'feedback'
         AND (f.submitted_at, f.id) > (t.submitted_at, t.id)
       ORDER BY f.submitted_at DESC, f.id DESC LIMIT 1) AS feedback
    FROM task_record t JOIN purchase p ON p.id = t.purchase_id JOIN course c ON c.id = p.course_id
    WHERE t.id = ${id}::uuid AND t.provider_slug = ${slug} AND t.part = 'assignment' AND t.status = 2`;
  return row ?? null;
}
