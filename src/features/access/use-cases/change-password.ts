import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import type { PasswordRefusal } from "#platform/web/password-strength.ts";
import type { AccessRefusal } from "../refusals.ts";
import { replacePassword } from "../repository/accounts.ts";
import { endOtherSessions } from "../repository/sessions.ts";
import { judgeNewPassword } from "./judge-password.ts";
import { provePassword } from "./prove-owner.ts";

type Input = { readonly password: string; readonly newPassword: string; readonly sessionId: string };

/** Changes the password by the old one; every other device is signed out. */
export async function changePassword(
  work: Work<ParticipantActor | StaffActor>,
  { password, newPassword, sessionId }: Input,
): Promise<Result<null, AccessRefusal | PasswordRefusal>> {
  const accountId = accountOf(work.actor);
  const proved = await provePassword(work, accountId, password);
  if (!proved.ok) return proved;
  const judged = await judgeNewPassword(work, accountId, newPassword);
  if (!judged.ok) return judged;
  await replacePassword(work.tx, accountId, await hashPassword(newPassword), false);
  await endOtherSessions(work.tx, accountId, sessionId);
  await work.record({ action: "password-changed", subject: `account:${accountId}` });
  return ok(null);
}
