import { findDelivery } from "#platform/gateways/sms/http.ts";
import { findCodesUnderWay, noteDelivery } from "#platform/one-time-code/delivery.ts";

const BATCH = 100;

/** Asks the gateway where short messages are that have not arrived yet, so that the person can see it. */
export async function followCodesDue(now: Date): Promise<number> {
  let settled = 0;
  for (const codeId of await findCodesUnderWay(now, BATCH)) {
    const result = await findDelivery(codeId);
    if (result.outcome === "unknown") break;
    if (result.status === "sent") continue;
    await noteDelivery(codeId, result, now);
    settled += 1;
  }
  return settled;
}
