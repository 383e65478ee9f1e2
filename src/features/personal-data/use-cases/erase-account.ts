import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { eraseAccount, finishErasure, lockErasure } from "../repository/erasure.ts";

/** Erases what an account holds, once; who it was is known to nobody afterwards. */
export async function eraseAccountReaction(payload: { readonly participantId: string }): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  await inOneTransaction(system, async (work) => {
    if (!(await lockErasure(work.tx, participantId))) return ok();
    await eraseAccount(work.tx, participantId);
    await finishErasure(work.tx, participantId, work.now);
    await work.record({ action: "account-erased", subject: `participant:${participantId}` });
    return ok();
  });
}
