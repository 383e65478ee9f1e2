import { system } from "#authorization/actor.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { endAllSessions } from "../repository/accounts.ts";

/** Locks the account of someone whose membership was revoked: every session ends, nobody signs in again. */
export async function lockAccountReaction(payload: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    await endAllSessions(work.tx, payload.participantId as AccountId, work.now);
    await work.record({ action: "account-locked", subject: `participant:${payload.participantId}` });
    return ok();
  });
}
