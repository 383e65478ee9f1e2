import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { post } from "#ledger/post.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import {
  findWaveOf,
  lockUnsentPayments,
  markCancelled,
  type PaymentToCancel,
} from "../repository/payments.ts";

/**
 * A membership was revoked: what no partner was asked to pay is cancelled and the money goes back. A payment that a
 * partner may have made already is settled by its outcome.
 */
export async function cancelIncentivesReaction(payload: { readonly participantId: string }): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const result = await inOneTransaction(system, async (work) =>
    returnToWave(work, participantId, await lockUnsentPayments(work.tx, participantId)),
  );
  if (!result.ok) throw new Error(`incentives of ${participantId} not cancelled: ${result.refusal.code}`);
}

/** Cancels these payments, whose rows the caller has locked; their wave may promise the money again. */
export async function returnToWave(
  work: Work,
  participantId: ParticipantId,
  payments: readonly PaymentToCancel[],
): Promise<Result<unknown, { readonly code: string }>> {
  await markCancelled(
    work.tx,
    payments.map((payment) => payment.id),
  );
  if (payments.length === 0) return ok();
  const waveId = await findWaveOf(work.tx, participantId);
  for (const { id, amount } of payments) {
    const posted = await post(work, {
      key: `incentive-cancelled:${id}`,
      kind: "incentive-cancelled",
      waveId,
      lines: [
        { account: { kind: "incentive_payable", owner: participantId }, amount: -amount },
        { account: { kind: "wave_allotment", owner: waveId }, amount },
      ],
    });
    if (!posted.ok) return posted;
  }
  return ok();
}
