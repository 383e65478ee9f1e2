import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { BalanceRefusal } from "../refusals.ts";
import { markCardShown } from "../repository.ts";

/** The person asks to see the number of their card. */
export async function showCard(work: Work<ParticipantActor>): Promise<Result<null, BalanceRefusal>> {
  const isThere = await markCardShown(work.tx, work.actor.participantId, work.now);
  return isThere ? ok(null) : refuse({ code: "balance-no-card" });
}
