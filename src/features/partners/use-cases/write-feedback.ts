import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideFeedback } from "../policy/feedback.ts";
import { ownProvider } from "../queries/own-partner.ts";
import type { FeedbackRefusal, PartnerRefusal } from "../refusals.ts";
import { insertFeedback, lockTask } from "../repository/tasks.ts";

/** A provider's trainer answers a task; the participant and the provider's own system read it like one that came by the interface. */
export async function writeFeedback(
  work: Work<StaffActor>,
  { taskId, notes }: { readonly taskId: string; readonly notes: string },
): Promise<Result<null, FeedbackRefusal | PartnerRefusal>> {
  const provider = ownProvider(work.actor);
  if (!provider) return refuse({ code: "partner-not-linked" });
  const decision = decideFeedback(await lockTask(work.tx, provider, taskId));
  if (!decision.ok) return decision;
  const task = decision.value;
  await insertFeedback(work.tx, task, { id: work.newId<"task">(), notes, at: work.now });
  await work.record({
    action: "task-feedback-written",
    subject: `purchase:${task.purchaseId}`,
    details: { scope: task.scope, sequence: task.sequence },
  });
  return ok(null);
}
