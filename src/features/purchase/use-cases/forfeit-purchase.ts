import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { markForfeited } from "../repository/purchases.ts";

/** The membership was revoked: the training under way is forfeited with it (study, S7). */
export async function forfeitPurchaseReaction(payload: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await markForfeited(work.tx, payload.participantId as ParticipantId);
    return ok();
  });
}
