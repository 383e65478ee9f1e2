import type { Actor } from "#authorization/actor.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isSignedToken } from "#platform/db/token.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideGoingOn, decideLink, type OpenSignUp, purposeOf } from "../policy/sign-up.ts";
import type { SignUpRefusal } from "../refusals.ts";
import { insertVerifiedAccount, wasWarned } from "../repository/accounts.ts";
import { findLetter, lockSignUp, markCompleted } from "../repository/sign-ups.ts";

/** No digits are these: what is typed into a sign-up that was sent none is always wrong, and counted. */
const NEVER_RIGHT = "";

/** The code came back: the contact is theirs, and the sign-up becomes an account. */
export async function verifyByCode(
  work: Work<Actor>,
  { signUpId, digits }: { readonly signUpId: string | null; readonly digits: string },
): Promise<Result<null, SignUpRefusal | CodeRefusal>> {
  const signUp = decideGoingOn(signUpId ? await lockSignUp(work.tx, signUpId) : null);
  if (!signUp.ok) return signUp;
  const { id, contact } = signUp.value;
  const purpose = purposeOf(contact);
  const wasSent = !(await wasWarned(work.tx, id, contact));
  const taken = await takeCode(work, { holderId: id, purpose, digits: wasSent ? digits : NEVER_RIGHT });
  if (!taken.ok) return taken;
  if (taken.value.destination !== contact.value) return refuse({ code: "code-expired" });
  return openAccount(work, signUp.value);
}

/** The link of the letter was opened, on whatever device: it proves the same. */
export async function verifyByLink(
  work: Work<Actor>,
  { codeId, token }: { readonly codeId: string; readonly token: string },
): Promise<Result<null, SignUpRefusal>> {
  if (!isSignedToken(token, "verify_email", codeId)) return refuse({ code: "link-unknown" });
  const letter = await findLetter(work.tx, codeId);
  const signUp = decideLink(letter, letter && (await lockSignUp(work.tx, letter.signUpId)), work.now);
  return signUp.ok ? openAccount(work, signUp.value) : signUp;
}

async function openAccount(work: Work, signUp: OpenSignUp): Promise<Result<null, SignUpRefusal>> {
  const { displayName, passwordHash, locale, contact } = signUp;
  const id: AccountId = work.newId<"account">();
  const account = { id, displayName, passwordHash, locale, createdAt: work.now };
  if (!(await insertVerifiedAccount(work.tx, account, contact)))
    return refuse({ code: "sign-up-has-account" });
  await markCompleted(work.tx, signUp.id, work.now);
  return ok(null);
}
