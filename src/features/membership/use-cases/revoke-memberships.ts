import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { post } from "#ledger/post.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { membershipRevoked } from "../events.ts";
import { decideRevocation, determinedTooLongAgo } from "../policy.ts";
import {
  findPurchaseTerms,
  findUnfinished,
  findWithoutPurchase,
  insertBlacklistEntry,
  lockMemberFacts,
  lockTrainingBalance,
  markRevoked,
} from "../repository/members.ts";

const BATCH = 100;

/** Revokes who is too late, each in a transaction of their own. Says how many were revoked. */
export async function revokeOverdueDue(now: Date): Promise<number> {
  let count = 0;
  for (const participantId of await findOverdue(now)) {
    const result = await inOneTransaction(system, (work) => revokeIfOverdue(work, participantId), { now });
    if (!result.ok) throw new Error(`${participantId} could not be revoked: ${result.refusal.code}`);
    if (result.value) count += 1;
  }
  return count;
}

async function findOverdue(now: Date): Promise<Set<ParticipantId>> {
  const found = await inOneTransaction(
    system,
    async ({ tx }) => {
      const overdue = new Set(await findUnfinished(tx, now, BATCH));
      for (const { schemeCode, days } of await findPurchaseTerms(tx)) {
        const cutoff = determinedTooLongAgo(now, days);
        for (const id of await findWithoutPurchase(tx, schemeCode, cutoff, BATCH)) overdue.add(id);
      }
      return ok(overdue);
    },
    { now },
  );
  return found.ok ? found.value : new Set();
}

/**
 * Decides once more with the membership locked, then: revoked, the whole balance forfeited by one entry, the NIK on the
 * blacklist, an audit row, and the news to the stages that lock the account and cancel what is under way.
 */
async function revokeIfOverdue(
  work: Work,
  participantId: ParticipantId,
): Promise<Result<boolean, { readonly code: string }>> {
  const facts = await lockMemberFacts(work.tx, participantId);
  const reason = facts && decideRevocation(facts, work.now);
  if (!reason) return ok(false);
  const forfeited = await forfeitBalance(work, participantId);
  if (!forfeited.ok) return forfeited;
  await markRevoked(work.tx, participantId, reason, work.now);
  await insertBlacklistEntry(work.tx, participantId, reason, work.now);
  await work.record({
    action: "membership-revoked",
    subject: `participant:${participantId}`,
    details: { reason, forfeited: Number(forfeited.value) },
  });
  await work.publish(membershipRevoked({ participantId, reason }));
  return ok(true);
}

/** Says how many rupiah went back. */
async function forfeitBalance(
  work: Work,
  participantId: ParticipantId,
): Promise<Result<bigint, { readonly code: string }>> {
  const balance = await lockTrainingBalance(work.tx, participantId);
  if (balance === 0n) return ok(0n);
  const posted = await post(work, {
    key: `forfeit:${participantId}`,
    kind: "forfeit",
    lines: [
      { account: { kind: "training_balance", owner: participantId }, amount: -balance },
      { account: { kind: "forfeited", owner: "" }, amount: balance },
    ],
  });
  return posted.ok ? ok(balance) : posted;
}
