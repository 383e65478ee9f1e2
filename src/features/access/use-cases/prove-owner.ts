import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { afterFailure, decideAttempt } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { findAccount } from "../repository/accounts.ts";
import { lockGuard, subjectOf, writeGuard } from "../repository/guards.ts";
import { takeCode } from "./take-code.ts";

/** Whoever changes an account's lock shows its password again, so that an open browser is not enough. */
export async function provePassword(
  work: Work,
  accountId: AccountId,
  password: string,
): Promise<Result<null, AccessRefusal>> {
  const subject = subjectOf({ secondStepOf: accountId });
  const guard = await lockGuard(work.tx, subject, work.now);
  const attempt = decideAttempt(guard, work.now);
  if (!attempt.ok) return attempt;
  const { passwordHash } = await findAccount(work.tx, accountId);
  if (await passwordMatches(passwordHash, password)) return ok(null);
  await writeGuard(work.tx, subject, afterFailure(guard, work.now));
  return refuseAndKeep({ code: "password-not-yours" });
}

/** The password and a code of the second step. */
export async function proveOwner(
  work: Work,
  accountId: AccountId,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<Result<null, AccessRefusal>> {
  const proved = await provePassword(work, accountId, password);
  return proved.ok ? takeCode(work, accountId, code) : proved;
}

/** The password, and a code of the second step where the account has one. */
export async function proveHolder(
  work: Work,
  accountId: AccountId,
  proof: { readonly password: string; readonly code: string },
): Promise<Result<null, AccessRefusal>> {
  const { hasSecondFactor } = await findAccount(work.tx, accountId);
  if (!hasSecondFactor) return provePassword(work, accountId, proof.password);
  return proof.code ? proveOwner(work, accountId, proof) : refuse({ code: "second-step-wrong" });
}
