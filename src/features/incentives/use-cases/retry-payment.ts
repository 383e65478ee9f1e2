import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRetry } from "../policy.ts";
import type { IncentiveRefusal } from "../refusals.ts";
import { lockOwnPayment, releasePayment } from "../repository/payments.ts";
import { lockPayoutAccount } from "../repository/payout-accounts.ts";

/** The person repaired the account itself (raised its limit, woke it up) and asks for the payment again. */
export async function retryPayment(
  work: Work<ParticipantActor>,
  input: { readonly paymentId: string },
): Promise<Result<null, IncentiveRefusal>> {
  const { participantId } = work.actor;
  const account = await lockPayoutAccount(work.tx, participantId);
  const status = await lockOwnPayment(work.tx, participantId, input.paymentId);
  const decision = decideRetry(status, account === "verified");
  if (!decision.ok) return decision;
  await releasePayment(work.tx, input.paymentId);
  return ok(null);
}
