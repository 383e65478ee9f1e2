import { describe, expect, test } from "vitest";
import { findCourseToReview, findRatings, findReviews } from "#features/reviews/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { announced } from "../../support/events.ts";
import { aRecipient } from "../../support/people.ts";
import { COURSE, finishTraining, review } from "../../support/trainings.ts";

const now = new Date("2026-11-24T03:00:00Z");

async function aGraduate(slug = COURSE) {
  return finishTraining(await aRecipient(now), now, slug);
}

describe("reviewing", () => {
  test("a finished training is reviewed, shown back and announced", async () => {
    const sari = await aGraduate();
    expect(await review(sari.participantId, now)).toEqual({ ok: true, value: { slug: COURSE } });
    expect((await findCourseToReview(sari.participantId, COURSE))?.review).toMatchObject({
      stars: 5,
      createdAt: now,
    });
    expect(await announced("training-reviewed", sari.participantId)).toEqual([sari]);
  });

  test("a training that is not finished is not reviewed", async () => {
    const dewi = await aRecipient(now);
    expect(await review(dewi, now)).toMatchObject({ refusal: { code: "review-training-unfinished" } });
    expect(await review(dewi, now, { slug: "no-such-course" })).toMatchObject({
      refusal: { code: "review-training-unfinished" },
    });
  });

  test("a second review is refused and the first stays", async () => {
    const { participantId } = await aGraduate();
    await review(participantId, now, { stars: 2 });
    expect(await review(participantId, now, { stars: 5 })).toMatchObject({
      refusal: { code: "review-given-already" },
    });
    expect((await findCourseToReview(participantId, COURSE))?.review?.stars).toBe(2);
  });

  test("twice at once counts once", async () => {
    const sari = await aGraduate();
    const results = await Promise.all([review(sari.participantId, now), review(sari.participantId, now)]);
    expect(results.map((result) => result.ok).sort()).toEqual([false, true]);
    expect(await announced("training-reviewed", sari.participantId)).toHaveLength(1);
  });
});

describe("what everybody reads", () => {
  test("the mean is that of all reviews, also when people review at once", async () => {
    const slug = "hidroponik-rumahan";
    const people = [await aGraduate(slug), await aGraduate(slug), await aGraduate(slug)];
    await Promise.all(
      people.map(({ participantId }, index) => review(participantId, now, { slug, stars: index + 3 })),
    );
    const courseId = people[0]?.courseId ?? "";
    expect((await findRatings([courseId])).get(courseId)).toEqual({ reviews: 3, average: 4 });
  });

  test("first names only, newest first, in pages", async () => {
    const slug = "servis-motor-injeksi-dasar";
    let courseId = "";
    for (let index = 0; index < 11; index += 1) {
      const graduate = await aGraduate(slug);
      courseId = graduate.courseId;
      await review(graduate.participantId, addSeconds(now, Math.floor(index / 2)), { slug });
    }
    const first = await findReviews(courseId);
    const second = await findReviews(courseId, first.next ?? undefined);
    expect([first.items.length, second.items.length, second.next]).toEqual([10, 1, null]);
    expect(new Set([...first.items, ...second.items].map((item) => item.id)).size).toBe(11);
    expect(new Set(first.items.map((item) => item.firstName))).toEqual(new Set(["Sari"]));
  });

  test("a page that nobody wrote down is the first page", async () => {
    const { participantId, courseId } = await aGraduate("menjahit-pakaian-dasar");
    await review(participantId, now, { slug: "menjahit-pakaian-dasar" });
    expect((await findReviews(courseId, "no-id")).items).toHaveLength(1);
    expect((await findReviews(courseId, participantId)).items).toHaveLength(1);
  });

  test("a course without a review has no mean", async () => {
    expect((await findRatings(["00000000-0000-4000-8000-000000000000"])).size).toBe(0);
  });
});

describe("the database", () => {
  test("takes no review of a training that was not finished", async () => {
    const { participantId, courseId } = await aGraduate();
    await expect(
      database().review.create({
        data: { participantId, courseId, purchaseId: participantId, stars: 5, text: "x", createdAt: now },
      }),
    ).rejects.toThrow(/review_purchase_id_fkey/);
  });

  test("takes no six stars", async () => {
    const graduate = await aGraduate();
    await expect(
      database().review.create({ data: { ...graduate, stars: 6, text: "x", createdAt: now } }),
    ).rejects.toThrow(/review_stars/);
  });
});
