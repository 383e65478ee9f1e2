import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideGoingOn } from "../policy/sign-up.ts";
import type { SignUpRefusal } from "../refusals.ts";
import { findWaitingSignUp, lockSignUp } from "../repository/sign-ups.ts";
import type { Contact } from "../types.ts";
import { sendSignUpCode } from "./send-sign-up-code.ts";

/** Sends one more code to whoever asks from the browser that started the sign-up. */
export async function resendSignUpCode(
  work: Work<Actor>,
  { signUpId }: { readonly signUpId: string | null },
): Promise<Result<{ kind: Contact["kind"] }, SignUpRefusal | CodeRefusal>> {
  const signUp = decideGoingOn(signUpId ? await lockSignUp(work.tx, signUpId) : null);
  return signUp.ok ? sendSignUpCode(work, signUp.value) : signUp;
}

/** Sends one more letter to an address, from any browser, if a sign-up waits for it; says the same in every case. */
export async function resendLetter(
  work: Work<Actor>,
  { email }: { readonly email: string },
): Promise<Result<null, never>> {
  const signUp = await findWaitingSignUp(work.tx, email);
  // A pause is kept silently: whoever asks may be anybody.
  if (signUp) await sendSignUpCode(work, signUp);
  return ok(null);
}
