import { system } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import { post } from "#ledger/post.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import type { PaymentOutcome, PaymentRefusal } from "#platform/gateways/bank/port.ts";
import { firstIncentivePaid, incentiveHeld, incentivePaid } from "../events.ts";
import {
  findAlreadyPaid,
  lockOpenOrders,
  markOrderRefused,
  markPaid,
  type PaymentUnderWay,
} from "../repository/orders.ts";
import { markHeld } from "../repository/payments.ts";
import { lockMembershipState } from "../repository/payout-accounts.ts";
import type { PaymentOrderId, RepairReason } from "../types.ts";
import { returnToWave } from "./cancel-incentives.ts";

export type Answered = {
  readonly orderId: PaymentOrderId;
  readonly outcome: Exclude<PaymentOutcome, { outcome: "unknown" }>;
};

/**
 * Writes what the partner said into payments, orders and the ledger, all in one transaction. Orders that somebody
 * settled before are left alone, so it may run again with the same answers.
 */
export async function settleOrders(answers: readonly Answered[], now: Date): Promise<void> {
  if (answers.length === 0) return;
  const answerTo = new Map(answers.map((answer) => [answer.orderId, answer.outcome]));
  const result = await inOneTransaction(
    system,
    async (work) => {
      const open = await lockOpenOrders(work.tx, [...answerTo.keys()]);
      const paid: (PaymentUnderWay & { readonly reference: string })[] = [];
      for (const order of open) {
        const outcome = answerTo.get(order.orderId);
        if (outcome?.outcome === "paid") paid.push({ ...order, reference: outcome.reference });
        if (outcome?.outcome === "refused") {
          const held = await holdPayment(work, order, outcome.reason);
          if (!held.ok) return held;
        }
      }
      return paid.length > 0 ? bookPaid(work, paid) : ok();
    },
    { now },
  );
  if (!result.ok) throw new Error(`payments could not be settled: ${result.refusal.code}`);
}

type Booked = Result<unknown, { readonly code: string }>;

async function bookPaid(
  work: Work,
  paid: readonly (PaymentUnderWay & { readonly reference: string })[],
): Promise<Booked> {
  const before = await findAlreadyPaid(
    work.tx,
    paid.map((payment) => payment.participantId),
  );
  await markPaid(work.tx, paid, work.now);
  for (const { paymentId, participantId, amount, kind } of paid) {
    const posted = await post(work, {
      key: `incentive-paid:${paymentId}`,
      kind: "incentive-paid",
      lines: [
        { account: { kind: "incentive_payable", owner: participantId }, amount: -amount },
        { account: { kind: "paid_out", owner: "" }, amount },
      ],
    });
    if (!posted.ok) return posted;
    await work.publish(incentivePaid({ participantId, paymentId, amount: Number(amount) }));
    if (kind !== "job_search" || before.has(participantId)) continue;
    before.add(participantId);
    await work.publish(firstIncentivePaid({ participantId, paidAt: work.now.toISOString() }));
  }
  return ok();
}

const reasons: Readonly<Record<PaymentRefusal, RepairReason>> = {
  "not-found": "payout-account-not-found",
  inactive: "payout-account-inactive",
  "name-mismatch": "payout-account-name-mismatch",
  limit: "payout-account-limit",
};

/** The person has something to repair; somebody who was revoked meanwhile has not, and the money goes back. */
async function holdPayment(work: Work, order: PaymentUnderWay, refusal: PaymentRefusal): Promise<Booked> {
  const { paymentId, participantId, amount } = order;
  const reason = reasons[refusal];
  await markOrderRefused(work.tx, order.orderId, refusal, work.now);
  if ((await lockMembershipState(work.tx, participantId, "share")) === "revoked")
    return returnToWave(work, participantId, [{ id: paymentId, amount }]);
  await markHeld(work.tx, paymentId, reason);
  await work.publish(incentiveHeld({ participantId, paymentId, amount: Number(amount), reason }));
  return ok();
}
