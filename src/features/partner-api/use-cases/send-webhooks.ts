import { createHmac } from "node:crypto";
import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { postOutside } from "#platform/web/outside-post.ts";
import { decideAfterTry, signedText } from "../policy/webhooks.ts";
import { settleDelivery, takeDueDeliveries } from "../repository/webhooks.ts";
import type { DueDelivery, TryOutcome } from "../types/webhooks.ts";

const BATCH = 40;
/** Deliveries under way at a time, so that one silent receiver does not hold up the others. */
const AT_A_TIME = 8;

/**
 * Tells partners' systems what is due: each delivery tried once, at least once in all, and written down. Answers how
 * many arrived. A receiver that is down only puts its own off.
 */
export async function sendWebhooksDue(now: Date): Promise<number> {
  const taken = await inOneTransaction(
    system,
    async (work) => ok(await takeDueDeliveries(work.tx, now, BATCH)),
    { now },
  );
  const due = taken.ok ? [...taken.value] : [];
  let arrived = 0;
  const lane = async () => {
    for (let delivery = due.shift(); delivery; delivery = due.shift()) {
      if (await tryDelivery(delivery, now)) arrived += 1;
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, lane));
  return arrived;
}

/** One try, outside any transaction; then its outcome is written down. Answers whether it arrived. */
async function tryDelivery(delivery: DueDelivery, now: Date): Promise<boolean> {
  const outcome = await send(delivery);
  const settled = await inOneTransaction(
    system,
    async (work) => {
      const after = delivery.target
        ? decideAfterTry(outcome, delivery.tries, now, work.chance)
        : ({ state: "given-up" } as const);
      const isDelivered = "state" in after && after.state === "delivered";
      const retryAt = "retryAt" in after ? after.retryAt : null;
      await settleDelivery(work.tx, delivery, outcome, { at: now, retryAt, isDelivered });
      return ok(isDelivered);
    },
    { now },
  );
  return settled.ok && settled.value;
}

async function send({ id, body, target, machineNow }: DueDelivery): Promise<TryOutcome> {
  if (!target) return { status: null, failure: "address", milliseconds: 0 };
  const timestamp = String(Math.floor(machineNow.getTime() / 1000));
  const signature = createHmac("sha256", target.key)
    .update(signedText(id, timestamp, body))
    .digest("hex");
  const outcome = await postOutside(target.url, body, {
    "content-type": "application/json",
    "user-agent": "portal-prakerja-webhook/1",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": `v1=${signature}`,
  });
  const isFine = outcome.status !== null && outcome.status >= 200 && outcome.status < 300;
  return { ...outcome, failure: outcome.failure ?? (isFine ? null : "status") };
}
