import { describe, expect, test } from "vitest";
import { averageOf, decideReview } from "#features/reviews/policy.ts";
import { submitReviewInput } from "#features/reviews/schema.ts";

const training = { courseId: "c", purchaseId: "p" };
const review = { slug: "barista-kopi-seduh-manual", stars: "4", text: "Materinya jelas dan mudah diikuti." };

describe("who may review", () => {
  test.each([
    ["someone who finished", training, false, null],
    ["someone who did not finish", null, false, "review-training-unfinished"],
    ["someone who reviewed already", training, true, "review-given-already"],
  ] as const)("%s", (_, facts, isReviewed, code) => {
    const decision = decideReview(facts, isReviewed);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });
});

describe("what may be said", () => {
  test("stars and twenty characters", () => {
    expect(submitReviewInput.parse(review)).toEqual({ ...review, stars: 4 });
  });

  test.each([
    [{ stars: undefined }, "stars", "choose-one"],
    [{ stars: "0" }, "stars", "choose-one"],
    [{ stars: "6" }, "stars", "choose-one"],
    [{ stars: "3.5" }, "stars", "choose-one"],
    [{ text: "" }, "text", "required"],
    [{ text: `   ${"a".repeat(19)}   ` }, "text", "review-too-short"],
    [{ text: "a".repeat(2001) }, "text", "too-long"],
    [{ slug: "../etc" }, "slug", "not-valid"],
  ])("%o is refused", (spoiled, field, message) => {
    const result = submitReviewInput.safeParse({ ...review, ...spoiled });
    expect(result.error?.issues[0]).toMatchObject({ path: [field], message });
  });
});

test.each([
  [9, 2, 4.5],
  [14, 3, 4.7],
  [5, 5, 1],
])("%i stars of %i reviews are %f", (stars, reviews, average) => {
  expect(averageOf(stars, reviews)).toBe(average);
});
