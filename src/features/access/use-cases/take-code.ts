import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { Work } from "#platform/db/work.ts";
import { stepOfDigits } from "#platform/web/authenticator.ts";
import { recoveryNumberOf } from "#platform/web/recovery-code.ts";
import { afterFailure, decideAttempt, decideCode } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { lockFactor, markRecoveryUsed, markStepTaken, unusedRecoveryNumbers } from "../repository/factors.ts";
import { clearGuards, lockGuard, subjectOf, writeGuard } from "../repository/guards.ts";
import { machineTime } from "../repository/sessions.ts";
import type { SecondFactor, TypedCode } from "../types.ts";

/** Takes a code of the second step, from the app or from the recovery codes, once. A failure is counted and stays. */
export async function takeCode(
  work: Work,
  accountId: AccountId,
  code: string,
): Promise<Result<null, AccessRefusal>> {
  const subject = subjectOf({ secondStepOf: accountId });
  const guard = await lockGuard(work.tx, subject, work.now);
  const attempt = decideAttempt(guard, work.now);
  if (!attempt.ok) return attempt;
  const factor = await lockFactor(work.tx, accountId);
  if (!factor?.secretCipher) return refuse({ code: "second-step-off" });
  const decision = decideCode(await codeBehind(work, accountId, factor, code), factor.lastStep);
  if (!decision.ok) {
    await writeGuard(work.tx, subject, afterFailure(guard, work.now));
    return refuseAndKeep(decision.refusal);
  }
  if ("step" in decision.value) await markStepTaken(work.tx, accountId, decision.value.step);
  else await markRecoveryUsed(work.tx, accountId, decision.value.recovery, work.now);
  await clearGuards(work.tx, [subject]);
  return ok(null);
}

async function codeBehind(
  work: Work,
  accountId: AccountId,
  { secretCipher, recoveryBatch }: SecondFactor,
  code: string,
): Promise<TypedCode> {
  if (/^\d{6}$/.test(code)) {
    const step = secretCipher && stepOfDigits(decryptField(secretCipher), code, await machineTime(work.tx));
    return step === null ? null : { step };
  }
  const unused = await unusedRecoveryNumbers(work.tx, accountId);
  const recovery = recoveryBatch ? recoveryNumberOf(recoveryBatch, code, unused) : null;
  return recovery === null ? null : { recovery };
}
