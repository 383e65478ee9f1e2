import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertMembership } from "../repository/members.ts";

/** A balance was opened: the person is a member from now on. A second arrival changes nothing. */
export async function startMembershipReaction(payload: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await insertMembership(work.tx, payload.participantId as ParticipantId, work.now);
    return ok();
  });
}
