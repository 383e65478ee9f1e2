import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import { lockItem, setLimit } from "../repository/bank.ts";

type Limit = { readonly itemId: string; readonly exposureLimit: number | null };

/** Says in how many percent of the tests an item in use may be shown; beyond it the item rests. Null takes the limit away. */
export async function limitExposure(
  work: Work<StaffActor>,
  { itemId, exposureLimit }: Limit,
): Promise<Result<{ readonly itemId: string }, BankRefusal>> {
  const item = await lockItem(work.tx, itemId);
  if (!item) return refuse({ code: "item-unknown" });
  if (item.state !== "approved" || item.content.kind === "motivation")
    return refuse({ code: "item-not-in-use" });
  await setLimit(work.tx, itemId, exposureLimit);
  await work.record({ action: "item-limited", subject: `test-item:${itemId}`, details: { exposureLimit } });
  return ok({ itemId });
}
