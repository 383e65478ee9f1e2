import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideTake } from "../policy/decisions.ts";
import type { ReviewRefusal } from "../refusals.ts";
import { assignCase, lockCase } from "../repository.ts";
import type { CaseId } from "../types.ts";

/** A member of the staff takes a case; of two at once, one. */
export async function takeCase(
  work: Work<StaffActor>,
  input: { readonly caseId: string },
): Promise<Result<{ caseId: string }, ReviewRefusal>> {
  const caseId = input.caseId as CaseId;
  const reviewer = work.actor.accountId;
  const taken = decideTake(await lockCase(work.tx, caseId), reviewer);
  if (!taken.ok) return taken;
  if (taken.value.assignedTo !== reviewer) {
    await assignCase(work.tx, caseId, reviewer, work.now);
    await work.record({ action: "review-taken", subject: `review:${caseId}` });
  }
  return ok({ caseId });
}
