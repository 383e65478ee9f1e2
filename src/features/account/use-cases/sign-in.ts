import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { passwordMatches } from "#platform/web/password.ts";
import { decideSignIn } from "../policy.ts";
import type { AccountRefusal } from "../refusals.ts";
import { findCredentials } from "../repository.ts";
import type { SignedIn } from "../types.ts";

/** Checks e-mail and password; the caller starts the session. */
export async function signIn(
  work: Work<Actor>,
  input: { readonly email: string; readonly password: string },
): Promise<Result<SignedIn, AccountRefusal>> {
  const account = await findCredentials(work.tx, input.email);
  const isRight = await passwordMatches(account?.passwordHash, input.password);
  const decision = decideSignIn(account, isRight);
  if (!decision.ok) return decision;
  const { id, role, sessionVersion } = decision.value;
  return ok({ id, role, sessionVersion });
}
