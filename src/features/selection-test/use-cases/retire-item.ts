import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRetirement } from "../policy/bank.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import { countOthersInUse, lockItem, moveItem } from "../repository/bank.ts";
import { writeStep } from "./review-item.ts";

/** Takes an item out of use, or gives a draft up. What was asked before stays as it is. */
export async function retireItem(
  work: Work<StaffActor>,
  { itemId, note }: { readonly itemId: string; readonly note: string },
): Promise<Result<{ readonly itemId: string }, BankRefusal>> {
  const item = await lockItem(work.tx, itemId);
  const others = item ? await countOthersInUse(work.tx, { id: itemId, kind: item.content.kind }) : 0;
  const decision = decideRetirement(item, work.actor.accountId, others);
  if (!decision.ok) return decision;
  await moveItem(work.tx, itemId, { state: "retired" });
  await writeStep(work, itemId, "retired", note);
  return ok({ itemId });
}
