import { createHash } from "node:crypto";
import type { z } from "zod";
import { type Actor, system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import type { testSubmitted } from "../events.ts";
import { DAYS_APART, oddPace, wrongAnswers } from "../policy/patterns.ts";
import {
  findAlike,
  findTimedAnswers,
  keepFingerprint,
  lockFingerprint,
  raiseFlag,
} from "../repository/flags.ts";
import type { FlagEvidence } from "../types/flags.ts";
import type { TestAttemptId } from "../types.ts";

/**
 * Looks at a test that was handed in and raises flags for a person to judge. It decides nothing: the result stands as
 * it is. Looking again changes nothing.
 */
export async function checkPatternsReaction(payload: z.infer<typeof testSubmitted.schema>): Promise<void> {
  const attemptId = payload.attemptId as TestAttemptId;
  await inOneTransaction(system, async (work) => {
    const test = await findTimedAnswers(work.tx, attemptId);
    if (!test) return ok();
    const pace = oddPace(test.answers);
    if (pace) await raise(work, attemptId, pace);
    const wrong = wrongAnswers(test.answers);
    if (wrong) await flagSameAnswers(work, attemptId, { ...wrong, submittedAt: test.submittedAt });
    return ok();
  });
}

type Wrong = { readonly text: string; readonly count: number; readonly submittedAt: Date };

/** Both sides are flagged: which of the two copied, if any, is not for a program to say. */
async function flagSameAnswers(
  work: Work<Actor>,
  attemptId: TestAttemptId,
  { text, count, submittedAt }: Wrong,
): Promise<void> {
  const fingerprint = createHash("sha256").update(text).digest("hex");
  await lockFingerprint(work.tx, fingerprint);
  await keepFingerprint(work.tx, attemptId, fingerprint);
  const seconds = DAYS_APART * 86_400;
  const alike = await findAlike(work.tx, attemptId, {
    fingerprint,
    from: addSeconds(submittedAt, -seconds),
    until: addSeconds(submittedAt, seconds),
  });
  const [first] = alike;
  if (!first) return;
  const evidence = { kind: "same_answers", equalWrong: count, others: alike.length } as const;
  await raise(work, attemptId, { ...evidence, otherAttempt: first });
  for (const other of alike) await raise(work, other, { ...evidence, otherAttempt: attemptId });
}

async function raise(work: Work<Actor>, attemptId: TestAttemptId, evidence: FlagEvidence): Promise<void> {
  await raiseFlag(work.tx, { id: work.newId(), attemptId, evidence, raisedAt: work.now });
}
