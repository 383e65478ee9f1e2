import type { Locale } from "#i18n/messages.ts";
import { database } from "#platform/db/client.ts";
import { mendableUntil } from "../policy.ts";
import type { ReviewToAnswer } from "../types.ts";

const PAGE = 30;

type Row = Omit<ReviewToAnswer, "answer"> & {
  readonly answer: string | null;
  readonly answeredAt: Date | null;
};

/** Reviews of one provider's courses: those that nobody answered, the oldest first, or all, the newest first. */
export async function findReviewsOfProvider(
  providerSlug: string,
  list: "waiting" | "all",
  locale: Locale,
  edge?: string,
): Promise<{ readonly rows: readonly ReviewToAnswer[]; readonly next: string | null }> {
  const rows =
    list === "waiting"
      ? await findWaiting(providerSlug, locale, edge)
      : await findAll(providerSlug, locale, edge);
  const page = rows.slice(0, PAGE).map(withAnswer);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

/** One review of the provider's own course; null for another's. */
export async function findReviewOfProvider(
  providerSlug: string,
  reviewId: string,
  locale: Locale,
): Promise<ReviewToAnswer | null> {
  const [row] = await database().$queryRaw<Row[]>`
    SELECT r.purchase_id AS id, r.stars::int AS stars, r.text, r.created_at AS "createdAt",
      CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle", a.text AS answer, a.answered_at AS "answeredAt"
    FROM review r JOIN course c ON c.id = r.course_id LEFT JOIN review_answer a ON a.purchase_id = r.purchase_id
    WHERE r.purchase_id = ${reviewId}::uuid AND c.provider_slug = ${providerSlug}`;
  return row ? withAnswer(row) : null;
}

function withAnswer({ answer, answeredAt, ...review }: Row): ReviewToAnswer {
  const isAnswered = answer !== null && answeredAt !== null;
  return {
    ...review,
    answer: isAnswered ? { text: answer, answeredAt, mendableUntil: mendableUntil(answeredAt) } : null,
  };
}

function findWaiting(providerSlug: string, locale: Locale, after?: string): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT found.* FROM course c CROSS JOIN LATERAL (
      SELECT r.purchase_id AS id, r.stars::int AS stars, r.text, r.created_at AS "createdAt",
        CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
        NULL::text AS answer, NULL::timestamptz AS "answeredAt"
      FROM review r LEFT JOIN review_answer a ON a.purchase_id = r.purchase_id
      LEFT JOIN review edge ON edge.purchase_id = ${after ?? null}::uuid
      WHERE r.course_id = c.id AND a.purchase_id IS NULL
        AND (edge.purchase_id IS NULL OR (r.created_at, r.purchase_id) > (edge.created_at, edge.purchase_id))
      ORDER BY r.created_at, r.purchase_id LIMIT ${PAGE + 1}) AS found
    WHERE c.provider_slug = ${providerSlug} ORDER BY found."createdAt", found.id LIMIT ${PAGE + 1}`;
}

function findAll(providerSlug: string, locale: Locale, before?: string): Promise<Row[]> {
  return database().$queryRaw<Row[]>`
    SELECT found.* FROM course c CROSS JOIN LATERAL (
      SELECT r.purchase_id AS id, r.stars::int AS stars, r.text, r.created_at AS "createdAt",
        CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
        a.text AS answer, a.answered_at AS "answeredAt"
      FROM review r LEFT JOIN review_answer a ON a.purchase_id = r.purchase_id
      LEFT JOIN review edge ON edge.purchase_id = ${before ?? null}::uuid
      WHERE r.course_id = c.id
        AND (edge.purchase_id IS NULL OR (r.created_at, r.purchase_id) < (edge.created_at, edge.purchase_id))
      ORDER BY r.created_at DESC, r.purchase_id DESC LIMIT ${PAGE + 1}) AS found
    WHERE c.provider_slug = ${providerSlug} ORDER BY found."createdAt" DESC, found.id DESC LIMIT ${PAGE + 1}`;
}
