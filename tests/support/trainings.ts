import { submitReview } from "#features/reviews/use-cases/submit-review.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertPurchase } from "../../prisma/seed/people.ts";

/** A course that is in every copy of the test database. */
export const COURSE = "pemasaran-digital-umkm";

/** Bought, redeemed and finished; not yet reviewed. */
export async function finishTraining(participantId: ParticipantId, now: Date, slug = COURSE) {
  const { purchaseId, courseId } = await insertPurchase(participantId, slug, now);
  await database().trainingCompletion.create({
    data: { participantId, courseId, purchaseId, quizScore: 90, completedAt: now },
  });
  return { participantId, purchaseId, courseId };
}

export function review(participantId: ParticipantId, now: Date, { stars = 5, slug = COURSE } = {}) {
  const text = "Materinya jelas dan mudah diikuti.";
  return inOneTransaction(
    { role: "participant", participantId },
    (work) => submitReview(work, { slug, stars, text }),
    {
      now,
    },
  );
}
