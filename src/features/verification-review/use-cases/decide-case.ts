import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { appealDecided, reviewDecided } from "../events.ts";
import { decideChoice } from "../policy/decisions.ts";
import type { ReviewRefusal } from "../refusals.ts";
import { lockCase, writeDecision } from "../repository.ts";
import type { CaseId, ReviewDecision } from "../types.ts";

type Input = {
  readonly caseId: string;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly note: string | null;
};

/** Whoever has taken a case decides, once and for all; the check is settled by its own stage. */
export async function decideCase(
  work: Work<StaffActor>,
  { caseId: id, note, ...choice }: Input,
): Promise<Result<null, ReviewRefusal>> {
  const caseId = id as CaseId;
  const by = work.actor.accountId;
  const chosen = decideChoice(await lockCase(work.tx, caseId), by, choice);
  if (!chosen.ok) return chosen;
  const { subject, decision, reason } = chosen.value;
  await writeDecision(work.tx, caseId, { decision, reason, note, by, at: work.now });
  const { participantId, kind } = subject;
  await work.publish(reviewDecided({ participantId, decision, reason }));
  if (kind === "appeal") await work.publish(appealDecided({ participantId, decision }));
  await work.record({
    action: "review-decided",
    subject: `participant:${participantId}`,
    details: { case: caseId, kind, decision, reason },
  });
  return ok(null);
}
