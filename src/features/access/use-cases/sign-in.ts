import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import type { VisitingBrowser } from "#platform/web/visiting-browser.ts";
import { afterFailure, decideAttempt, decideSignIn } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { findCredentials } from "../repository/accounts.ts";
import { clearGuards, lockGuard, subjectOf, writeGuard } from "../repository/guards.ts";
import type { Identifier, SignedIn } from "../types.ts";
import { openSession } from "./open-session.ts";

type Input = {
  readonly identifier: Identifier;
  readonly password: string;
  readonly browser: VisitingBrowser;
  /** The session that this browser had until now. */
  readonly replaces: string | null;
};

/**
 * Checks a contact and its password and opens a session. Failures are counted by what was typed, so that an unknown
 * contact, an account without a password and a wrong password take the same way and the same time.
 */
export async function signIn(work: Work<Actor>, input: Input): Promise<Result<SignedIn, AccessRefusal>> {
  const subject = subjectOf(input.identifier);
  const guard = await lockGuard(work.tx, subject, work.now);
  const attempt = decideAttempt(guard, work.now);
  if (!attempt.ok) return attempt;
  const account = await findCredentials(work.tx, input.identifier);
  const isRight = await passwordMatches(account?.passwordHash, input.password);
  if (!isRight) await writeGuard(work.tx, subject, afterFailure(guard, work.now));
  const decision = decideSignIn(account, isRight);
  if (!decision.ok) return isRight ? decision : refuseAndKeep(decision.refusal);
  await clearGuards(work.tx, [subject]);
  return ok(await openSession(work, decision.value, input));
}
