import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideReview, decideSubmission } from "../policy/bank.ts";
import type { BankRefusal } from "../refusals/bank.ts";
import { insertReview, lockItem, moveItem, retireCurrent } from "../repository/bank.ts";
import type { ItemStep } from "../types/bank.ts";

type Outcome = { readonly itemId: string };

/** The author hands a draft over; from now its words stand. */
export async function submitItem(
  work: Work<StaffActor>,
  { itemId }: { readonly itemId: string },
): Promise<Result<Outcome, BankRefusal>> {
  const decision = decideSubmission(await lockItem(work.tx, itemId), work.actor.accountId);
  if (!decision.ok) return decision;
  await moveItem(work.tx, itemId, { state: "in_review" });
  await writeStep(work, itemId, "submitted", null);
  return ok({ itemId });
}

type Review = {
  readonly itemId: string;
  readonly decision: "approve" | "return";
  readonly note: string | null;
};

/** Somebody else approves: the item is drawn from now, the version before it no more. Or it goes back to its author. */
export async function reviewItem(
  work: Work<StaffActor>,
  { itemId, decision, note }: Review,
): Promise<Result<Outcome, BankRefusal>> {
  const allowed = decideReview(await lockItem(work.tx, itemId), work.actor.accountId, decision);
  if (!allowed.ok) return allowed;
  if (decision === "return") {
    await moveItem(work.tx, itemId, { state: "draft" });
    await writeStep(work, itemId, "returned", note);
    return ok({ itemId });
  }
  const replaced = await retireCurrent(work.tx, allowed.value.code);
  if (replaced) await writeStep(work, replaced, "retired", null);
  await moveItem(work.tx, itemId, { state: "approved", approvedBy: work.actor.accountId });
  await writeStep(work, itemId, "approved", note);
  return ok({ itemId });
}

/** One line in the item's own history and one in the trail. */
export async function writeStep(
  work: Work<StaffActor>,
  itemId: string,
  step: ItemStep,
  note: string | null,
): Promise<void> {
  const by = work.actor.accountId;
  await insertReview(work.tx, { id: work.newId<"item-review">(), itemId, step, by, at: work.now, note });
  await work.record({ action: `item-${step}`, subject: `test-item:${itemId}` });
}
