import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { trainingReviewed } from "../events.ts";
import { decideReview } from "../policy.ts";
import type { ReviewRefusal } from "../refusals.ts";
import { insertReview, isReviewed, lockFinishedTraining } from "../repository.ts";

type Input = { readonly slug: string; readonly stars: number; readonly text: string };

/** Rates and reviews a finished training, once; certificate and incentive follow. */
export async function submitReview(
  work: Work<ParticipantActor>,
  { slug, stars, text }: Input,
): Promise<Result<{ slug: string }, ReviewRefusal>> {
  const { participantId } = work.actor;
  const training = await lockFinishedTraining(work.tx, participantId, slug);
  const decision = decideReview(
    training,
    training !== null && (await isReviewed(work.tx, participantId, training.courseId)),
  );
  if (!decision.ok) return decision;
  await insertReview(work.tx, { ...decision.value, participantId, stars, text, createdAt: work.now });
  await work.publish(trainingReviewed({ participantId, ...decision.value }));
  return ok({ slug });
}
