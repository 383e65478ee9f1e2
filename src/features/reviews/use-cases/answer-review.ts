import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideAnswer } from "../policy.ts";
import type { AnswerRefusal } from "../refusals.ts";
import { lockReviewOf, writeAnswer } from "../repository.ts";

/** A provider answers a review of its own course, or mends its answer within a week; everybody may read it. */
export async function answerReview(
  work: Work<StaffActor>,
  { reviewId, text }: { readonly reviewId: string; readonly text: string },
): Promise<Result<null, AnswerRefusal>> {
  const { providerSlug, accountId } = work.actor;
  if (!providerSlug) return refuse({ code: "review-unknown" });
  const decision = decideAnswer(await lockReviewOf(work.tx, providerSlug, reviewId), work.now);
  if (!decision.ok) return decision;
  await writeAnswer(work.tx, { purchaseId: reviewId, providerSlug, text, answeredBy: accountId }, work.now);
  await work.record({
    action: decision.value.answeredAt ? "review-answer-mended" : "review-answered",
    subject: `review:${reviewId}`,
  });
  return ok(null);
}
