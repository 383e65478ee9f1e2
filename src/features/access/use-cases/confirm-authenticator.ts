import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import { decryptField, encryptField } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { stepOfDigits } from "#platform/web/authenticator.ts";
import { afterFailure, decideAttempt, decideSetUp } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { confirmSecret, lockFactor } from "../repository/factors.ts";
import { clearGuards, lockGuard, subjectOf, writeGuard } from "../repository/guards.ts";
import { machineTime, markSecondStep } from "../repository/sessions.ts";
import type { Holder } from "../types.ts";

/** The first code shows that the app has learnt the secret: the second step is on, and this session has taken it. */
export async function confirmAuthenticator(
  work: Work<Actor>,
  { holder, digits }: { readonly holder: Holder | null; readonly digits: string },
): Promise<Result<null, AccessRefusal>> {
  const decision = decideSetUp(holder);
  if (!decision.ok) return decision;
  const { accountId, sessionId } = decision.value;
  const subject = subjectOf({ secondStepOf: accountId });
  const guard = await lockGuard(work.tx, subject, work.now);
  const attempt = decideAttempt(guard, work.now);
  if (!attempt.ok) return attempt;
  const factor = await lockFactor(work.tx, accountId);
  if (!factor?.pendingCipher) return refuse({ code: "authenticator-not-started" });
  const secret = decryptField(factor.pendingCipher);
  const step = stepOfDigits(secret, digits, await machineTime(work.tx));
  if (step === null) {
    await writeGuard(work.tx, subject, afterFailure(guard, work.now));
    return refuseAndKeep({ code: "second-step-wrong" });
  }
  await confirmSecret(work.tx, accountId, {
    secretCipher: encryptField(secret),
    lastStep: step,
    batch: work.newId<"recovery-batch">(),
    now: work.now,
  });
  await markSecondStep(work.tx, sessionId);
  await clearGuards(work.tx, [subject]);
  await work.record({ action: "second-step-set", subject: `account:${accountId}` });
  return ok(null);
}
