import type { Transaction } from "#platform/db/client.ts";
import type { ReviewableTraining } from "./types.ts";

/** The finished training of this course, locked until this transaction ends, so that it is reviewed once. */
export async function lockFinishedTraining(
  tx: Transaction,
  participantId: string,
  slug: string,
): Promise<ReviewableTraining | null> {
  const [training] = await tx.$queryRaw<ReviewableTraining[]>`
    SELECT done.course_id::text AS "courseId", done.purchase_id::text AS "purchaseId"
    FROM training_completion AS done JOIN course ON course.id = done.course_id
    WHERE done.participant_id = ${participantId}::uuid AND course.slug = ${slug}
    FOR UPDATE OF done`;
  return training ?? null;
}

export async function isReviewed(tx: Transaction, participantId: string, courseId: string): Promise<boolean> {
  const row = await tx.review.findUnique({
    where: { participantId_courseId: { participantId, courseId } },
    select: { courseId: true },
  });
  return row !== null;
}

/** Keeps the review and adds it to the course's sum. */
export async function insertReview(
  tx: Transaction,
  review: ReviewableTraining & {
    readonly participantId: string;
    readonly stars: number;
    readonly text: string;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.review.create({ data: review });
  await tx.$executeRaw`
    INSERT INTO course_rating (course_id, reviews, stars) VALUES (${review.courseId}::uuid, 1, ${review.stars})
    ON CONFLICT (course_id) DO UPDATE
    SET reviews = course_rating.reviews + 1, stars = course_rating.stars + excluded.stars`;
}

/** A review of this provider's course and when it was answered, locked until this transaction ends; null for another's. */
export async function lockReviewOf(
  tx: Transaction,
  providerSlug: string,
  reviewId: string,
): Promise<{ readonly answeredAt: Date | null } | null> {
  const [review] = await tx.$queryRaw<{ answeredAt: Date | null }[]>`
    SELECT (SELECT a.answered_at FROM review_answer a WHERE a.purchase_id = r.purchase_id) AS "answeredAt"
    FROM review r JOIN course ON course.id = r.course_id
    WHERE r.purchase_id = ${reviewId}::uuid AND course.provider_slug = ${providerSlug}
    FOR UPDATE OF r`;
  return review ?? null;
}

/** Keeps an answer, or the mended words of one. */
export async function writeAnswer(
  tx: Transaction,
  answer: {
    readonly purchaseId: string;
    readonly providerSlug: string;
    readonly text: string;
    readonly answeredBy: string;
  },
  now: Date,
): Promise<void> {
  const { purchaseId, text } = answer;
  await tx.reviewAnswer.upsert({
    where: { purchaseId },
    create: { ...answer, answeredAt: now, editedAt: now },
    update: { text, editedAt: now },
  });
}
