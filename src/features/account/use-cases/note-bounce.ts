import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { markEmailBounced } from "../repository/accounts.ts";

/** Letters to this account's address come back: from now on its phone is told, where it has one. */
export async function noteBounceReaction(payload: {
  readonly participantId: string;
  readonly bounce: string;
}): Promise<void> {
  await inOneTransaction(system, async ({ tx, now }) => {
    await markEmailBounced(tx, payload.participantId, payload.bounce, now);
    return ok();
  });
}
