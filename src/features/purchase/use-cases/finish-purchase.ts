import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { markFinished } from "../repository/purchases.ts";

/** The training was finished and reviewed: the next one may be bought. */
export async function finishPurchaseReaction(payload: {
  readonly participantId: string;
  readonly purchaseId: string;
}): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await markFinished(work.tx, payload.participantId as ParticipantId, payload.purchaseId, work.now);
    return ok();
  });
}
