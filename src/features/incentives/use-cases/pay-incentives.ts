import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { payOut } from "#platform/gateways/bank/http.ts";
import { SENDING_SECONDS } from "../policy.ts";
import { insertOrders, lockPayablePayments } from "../repository/orders.ts";
import type { OpenOrder } from "../types.ts";
import { type Answered, settleOrders } from "./settle-orders.ts";
import { takeTurns } from "./take-turns.ts";

/** Payments of one intent, calls to the partner at once, and rounds of one look at what is due. */
const BATCH = 200;
const AT_ONCE = 24;
const ROUNDS = 25;

/**
 * Pays what is due. The intent is committed before the partner is called, with the order's id as the partner's key, so
 * that whoever is killed anywhere in here leaves an order whose outcome can be asked for.
 */
export async function payIncentivesDue(now: Date): Promise<number> {
  let count = 0;
  let heard: readonly Answered[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    // The books of one batch are written while the partner is called for the next.
    const [batch] = await Promise.all([payBatch(now), settleOrders(heard, now)]);
    heard = batch.answers;
    count += batch.size;
    if (batch.size < BATCH) break;
  }
  await settleOrders(heard, now);
  return count;
}

type Batch = { readonly size: number; readonly answers: readonly Answered[] };

/** Calls the partner for each order; an answer that does not come is asked for by `resolveUnknownPaymentsDue`. */
async function payBatch(now: Date): Promise<Batch> {
  const orders = await writeIntent(now);
  const answers: Answered[] = [];
  await takeTurns(orders, AT_ONCE, async (order) => {
    const outcome = await payOut(requestOf(order));
    if (outcome.outcome !== "unknown") answers.push({ orderId: order.orderId, outcome });
    return true;
  });
  return { size: orders.length, answers };
}

async function writeIntent(now: Date): Promise<OpenOrder[]> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const payable = await lockPayablePayments(work.tx, now, BATCH);
      const orders = payable.map((payment) => ({
        ...payment,
        orderId: work.newId<"payment-order">(),
        orderedAt: now,
      }));
      if (orders.length > 0) await insertOrders(work.tx, orders, addSeconds(now, SENDING_SECONDS));
      return ok(orders);
    },
    { now },
  );
  return result.ok ? result.value : [];
}

/** The same order always makes the same request, under the same key. */
export function requestOf(order: OpenOrder) {
  return {
    key: order.orderId,
    institution: order.institution,
    number: order.number,
    amount: order.amount,
    name: order.holderName,
  };
}
