import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { hashPassword } from "#platform/web/password.ts";
import { judgePassword, type PasswordRefusal } from "#platform/web/password-strength.ts";
import { suggestEmail } from "../policy/email-suggestion.ts";
import { insertSignUp } from "../repository/sign-ups.ts";
import type { Contact, SignUpId } from "../types.ts";
import { sendSignUpCode } from "./send-sign-up-code.ts";

type Input = {
  readonly displayName: string;
  readonly contact: Contact;
  readonly password: string;
  readonly locale: string;
};

/**
 * Starts a sign-up and sends the code that proves its contact. There is no account before that code came back, so a
 * contact that has one goes the same way and takes the same time: nobody learns who is registered. An address that
 * looks like a slip is asked about first.
 */
export async function startSignUp(
  work: Work<Actor>,
  { displayName, contact, password, locale }: Input,
): Promise<Result<{ signUpId: SignUpId }, PasswordRefusal | CodeRefusal>> {
  const judged = judgePassword(password, [displayName, contact.value]);
  if (!judged.ok) return judged;
  const passwordHash = await hashPassword(password);
  const id = work.newId<"sign-up">();
  await insertSignUp(work.tx, { id, displayName, contact, locale, passwordHash }, work.now);
  if (contact.kind === "email" && suggestEmail(contact.value)) return ok({ signUpId: id });
  const sent = await sendSignUpCode(work, { id, contact });
  return sent.ok ? ok({ signUpId: id }) : sent;
}
