import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideJudgement } from "../policy/patterns.ts";
import type { TestRefusal } from "../refusals.ts";
import { keepJudgement, lockFlag } from "../repository/flags.ts";
import type { TestFlagVerdict } from "../types/flags.ts";

type Judgement = { readonly flagId: string; readonly verdict: TestFlagVerdict; readonly note: string };

/** A person judges a flag, once, with a note. The test stays what it is: another attempt is granted by a command of its own. */
export async function judgeFlag(
  work: Work<StaffActor>,
  { flagId, verdict, note }: Judgement,
): Promise<Result<{ readonly flagId: string }, TestRefusal>> {
  const decision = decideJudgement(await lockFlag(work.tx, flagId));
  if (!decision.ok) return decision;
  const judgedBy = work.actor.accountId;
  await keepJudgement(work.tx, flagId, { judgedBy, judgedAt: work.now, verdict, note });
  await work.record({
    action: "test-flag-judged",
    subject: `test-flag:${flagId}`,
    details: { verdict, note },
  });
  return ok({ flagId });
}
