import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { suggestEmail } from "../policy/email-suggestion.ts";
import { decideGoingOn } from "../policy/sign-up.ts";
import type { SignUpRefusal } from "../refusals.ts";
import { lockSignUp, replaceContact } from "../repository/sign-ups.ts";
import type { Contact } from "../types.ts";
import { sendSignUpCode } from "./send-sign-up-code.ts";

type Asked = { readonly signUpId: string | null };
type Outcome = Promise<Result<{ kind: Contact["kind"] }, SignUpRefusal | CodeRefusal>>;

/** Another address or phone for a sign-up that is not verified yet: what was sent to the old one is worth nothing. */
export async function changeContact(
  work: Work<Actor>,
  { signUpId, contact }: Asked & { readonly contact: Contact },
): Outcome {
  const signUp = decideGoingOn(signUpId ? await lockSignUp(work.tx, signUpId) : null);
  if (!signUp.ok) return signUp;
  await replaceContact(work.tx, signUp.value.id, contact);
  const isAsked = contact.kind === "email" && suggestEmail(contact.value) !== null;
  return isAsked ? ok({ kind: contact.kind }) : sendSignUpCode(work, { id: signUp.value.id, contact });
}

/** The answer to "did you mean": the address that was suggested, or the one that was typed. */
export async function settleAddress(
  work: Work<Actor>,
  { signUpId, choice }: Asked & { readonly choice: "suggested" | "typed" },
): Outcome {
  const signUp = decideGoingOn(signUpId ? await lockSignUp(work.tx, signUpId) : null);
  if (!signUp.ok) return signUp;
  const typed = signUp.value.contact;
  const suggested = choice === "suggested" && typed.kind === "email" ? suggestEmail(typed.value) : null;
  if (!suggested) return sendSignUpCode(work, signUp.value);
  const contact: Contact = { kind: "email", value: suggested };
  await replaceContact(work.tx, signUp.value.id, contact);
  return sendSignUpCode(work, { id: signUp.value.id, contact });
}
