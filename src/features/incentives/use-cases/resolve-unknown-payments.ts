import { system } from "#authorization/actor.ts";
import { below } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { findPayment, payOut } from "#platform/gateways/bank/http.ts";
import type { PaymentOutcome } from "#platform/gateways/bank/port.ts";
import { nextQuestion } from "../policy.ts";
import { lockUnknownOrders, postponeQuestion } from "../repository/orders.ts";
import type { OpenOrder } from "../types.ts";
import { requestOf } from "./pay-incentives.ts";
import { settleOrders } from "./settle-orders.ts";
import { takeTurns } from "./take-turns.ts";

const BATCH = 200;
const AT_ONCE = 8;
/** As many silences in a row say that the partner is down: the rest waits for its next question. */
const SILENCES = 16;

/**
 * Asks what became of orders whose outcome nobody heard. Only when the partner is sure that it never took the key is
 * the same order sent again, under the same key; so the money moves once, whatever happened before.
 */
export async function resolveUnknownPaymentsDue(now: Date): Promise<number> {
  const orders = await takeQuestions(now);
  let settled = 0;
  let silences = 0;
  await takeTurns(orders, AT_ONCE, async (order) => {
    const outcome = await findOutcome(order);
    if (outcome.outcome === "unknown") {
      silences += 1;
      return silences < SILENCES;
    }
    await settleOrders([{ orderId: order.orderId, outcome }], now);
    settled += 1;
    silences = 0;
    return true;
  });
  return settled;
}

async function findOutcome(order: OpenOrder): Promise<PaymentOutcome> {
  const found = await findPayment(order.orderId);
  return found.outcome === "absent" ? payOut(requestOf(order)) : found;
}

/** Takes orders to ask about; nobody else asks about them until the next question is due. */
async function takeQuestions(now: Date): Promise<OpenOrder[]> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const orders = await lockUnknownOrders(work.tx, now, BATCH);
      for (const order of orders) {
        const jitter = below(work.chance, 1000) / 1000;
        await postponeQuestion(work.tx, order, nextQuestion(order.orderedAt, now, jitter));
      }
      return ok(orders);
    },
    { now },
  );
  return result.ok ? result.value : [];
}
