import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRelease } from "../policy/decisions.ts";
import type { ReviewRefusal } from "../refusals.ts";
import { freeCase, lockCase } from "../repository.ts";
import type { CaseId } from "../types.ts";

/** Gives a case back to the queue, for somebody else. */
export async function releaseCase(
  work: Work<StaffActor>,
  input: { readonly caseId: string },
): Promise<Result<null, ReviewRefusal>> {
  const caseId = input.caseId as CaseId;
  const released = decideRelease(await lockCase(work.tx, caseId), work.actor.accountId);
  if (!released.ok) return released;
  await freeCase(work.tx, caseId);
  await work.record({ action: "review-released", subject: `review:${caseId}` });
  return ok(null);
}
