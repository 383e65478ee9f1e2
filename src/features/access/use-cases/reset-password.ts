import type { Actor } from "#authorization/actor.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import { isSignedToken } from "#platform/db/token.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import { nobodysId } from "#platform/one-time-code/nobody.ts";
import { hashPassword } from "#platform/web/password.ts";
import type { PasswordRefusal } from "#platform/web/password-strength.ts";
import { decideLink } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import {
  findAccount,
  findCredentials,
  lockResetLink,
  markContactVerified,
  markLinksUsed,
  replacePassword,
} from "../repository/accounts.ts";
import { clearGuardsOf } from "../repository/guards.ts";
import { endOtherSessions } from "../repository/sessions.ts";
import type { Identifier } from "../types.ts";
import { judgeNewPassword } from "./judge-password.ts";

type ResetRefusal = AccessRefusal | PasswordRefusal;
type ByLink = { readonly tokenId: string; readonly token: string; readonly password: string };
type ByCode = { readonly identifier: Identifier; readonly digits: string; readonly password: string };

/** Sets a new password by the link of an e-mail, which also proves the address. */
export async function resetByLink(work: Work<Actor>, input: ByLink): Promise<Result<null, ResetRefusal>> {
  if (!isSignedToken(input.token, "reset_password", input.tokenId)) return refuse({ code: "link-unknown" });
  const link = decideLink(await lockResetLink(work.tx, input.tokenId), work.now);
  if (!link.ok) return link;
  await markLinksUsed(work.tx, link.value.accountId, work.now);
  return setPassword(work, link.value.accountId, "email", input.password);
}

/** Sets a new password by the code that came to a phone. An unknown number goes the same way and hears the same. */
export async function resetByCode(work: Work<Actor>, input: ByCode): Promise<Result<null, ResetRefusal>> {
  const { identifier, digits, password } = input;
  const account = identifier.kind === "phone" ? await findCredentials(work.tx, identifier) : null;
  const holderId = account?.id ?? nobodysId(blindIndex(identifier.kind, identifier.value));
  const used = await takeCode(work, { holderId, purpose: "sign_in", digits });
  if (!used.ok) return { ...used, refusal: { code: "reset-code-wrong" } };
  if (!account || used.value.destination !== identifier.value) return refuse({ code: "reset-code-wrong" });
  return setPassword(work, account.id, "phone", password);
}

/** A guessable one leaves link and code unused. Afterwards every session is over, and whoever had mistyped the old password waits no longer. */
async function setPassword(
  work: Work,
  accountId: AccountId,
  provedContact: Identifier["kind"],
  password: string,
): Promise<Result<null, PasswordRefusal>> {
  const judged = await judgeNewPassword(work, accountId, password);
  if (!judged.ok) return judged;
  await replacePassword(work.tx, accountId, await hashPassword(password), true);
  await markContactVerified(work.tx, accountId, provedContact, work.now);
  await endOtherSessions(work.tx, accountId);
  await clearGuardsOf(work.tx, await findAccount(work.tx, accountId));
  await work.record({ action: "password-reset", subject: `account:${accountId}` });
  return ok(null);
}
