import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { averageOf } from "./policy.ts";
import type { CourseToReview, PublicReview, Rating } from "./types.ts";

const PAGE = 10;

/** The course with the person's own completion and review of it; null when there is no such course. */
export async function findCourseToReview(
  participantId: ParticipantId,
  slug: string,
): Promise<CourseToReview | null> {
  const course = await database().course.findUnique({
    where: { slug },
    select: { id: true, slug: true, title: true, provider: { select: { name: true } } },
  });
  if (!course) return null;
  const key = { participantId_courseId: { participantId, courseId: course.id } };
  const [completion, review] = await Promise.all([
    database().trainingCompletion.findUnique({ where: key, select: { completedAt: true } }),
    database().review.findUnique({ where: key, select: { stars: true, text: true, createdAt: true } }),
  ]);
  return {
    slug: course.slug,
    title: course.title,
    providerName: course.provider.name,
    completedAt: completion?.completedAt ?? null,
    review,
  };
}

/** What others said of a course, newest first, ten a page. `before` is the id of the last one on the page before. */
export async function findReviews(
  courseId: string,
  before?: string,
): Promise<{ readonly items: readonly PublicReview[]; readonly next: string | null }> {
  const edge =
    before && isUuid(before)
      ? await database().review.findFirst({
          where: { purchaseId: before, courseId },
          select: { createdAt: true },
        })
      : null;
  const rows = await database().review.findMany({
    where: {
      courseId,
      ...(edge && before
        ? {
            OR: [
              { createdAt: { lt: edge.createdAt } },
              { createdAt: edge.createdAt, purchaseId: { lt: before } },
            ],
          }
        : {}),
    },
    select: { participantId: true, purchaseId: true, stars: true, text: true, createdAt: true },
    orderBy: [{ createdAt: "desc" }, { purchaseId: "desc" }],
    take: PAGE + 1,
  });
  const shown = rows.slice(0, PAGE);
  const names = await firstNamesOf(shown.map((row) => row.participantId));
  const answers = await answersTo(shown.map((row) => row.purchaseId));
  const items = shown.map(({ participantId, purchaseId, ...review }) => ({
    ...review,
    id: purchaseId,
    firstName: names.get(participantId) ?? "",
    answer: answers.get(purchaseId) ?? null,
  }));
  return { items, next: rows.length > PAGE ? (items.at(-1)?.id ?? null) : null };
}

/** The ratings of these courses, by course id; a course without a review has none. */
export async function findRatings(courseIds: readonly string[]): Promise<ReadonlyMap<string, Rating>> {
  const rows = await database().courseRating.findMany({ where: { courseId: { in: [...courseIds] } } });
  return new Map(
    rows.map(({ courseId, reviews, stars }) => [courseId, { reviews, average: averageOf(stars, reviews) }]),
  );
}

async function firstNamesOf(participantIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const accounts = await database().account.findMany({
    where: { id: { in: [...participantIds] } },
    select: { id: true, displayName: true },
  });
  return new Map(accounts.map(({ id, displayName }) => [id, displayName.trim().split(/\s+/)[0] ?? ""]));
}

async function answersTo(purchaseIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await database().reviewAnswer.findMany({
    where: { purchaseId: { in: [...purchaseIds] } },
    select: { purchaseId: true, text: true },
  });
  return new Map(rows.map(({ purchaseId, text }) => [purchaseId, text]));
}
