import { findDelivery } from "#platform/gateways/sms/http.ts";
import { findCodesUnderWay, noteDelivery } from "#platform/one-time-code/delivery.ts";

const BATCH = 100;
/** Questions at a time. */
const ABREAST = 10;

/**
 * Asks the gateway where short messages are that have not arrived yet, so that the person can see it; answers of how many
 * that is known now. Everything that was asked about goes to the end of the row, so that nobody's message waits for others'.
 */
export async function followCodesDue(now: Date): Promise<number> {
  const codeIds = await findCodesUnderWay(now, BATCH);
  let settled = 0;
  for (let start = 0; start < codeIds.length; start += ABREAST) {
    const results = await Promise.all(codeIds.slice(start, start + ABREAST).map((id) => follow(id, now)));
    settled += results.filter((status) => status === "delivered" || status === "failed").length;
    if (results.includes("unknown")) break;
  }
  return settled;
}

async function follow(codeId: string, now: Date): Promise<"sent" | "delivered" | "failed" | "unknown"> {
  const result = await findDelivery(codeId);
  if (result.outcome === "unknown") return "unknown";
  await noteDelivery(codeId, result, now);
  return result.status;
}
