import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideShowing } from "../policy/induction.ts";
import { findCard, findInduction } from "../queries.ts";
import type { BalanceRefusal } from "../refusals.ts";
import { insertShowing, lockCard } from "../repository.ts";

/** The person asks to see the number of their card: it is shown for a short while, and that is written down. */
export async function showCard(work: Work<ParticipantActor>): Promise<Result<null, BalanceRefusal>> {
  const { participantId } = work.actor;
  await lockCard(work.tx, participantId);
  const card = await findCard(participantId, work.tx);
  const decision = decideShowing(card, await findInduction(participantId, work.tx));
  if (!decision.ok) return decision;
  await insertShowing(work.tx, { id: work.newId(), participantId, shownAt: work.now });
  return ok(null);
}
