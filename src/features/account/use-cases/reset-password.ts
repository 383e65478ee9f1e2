import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isSignedToken } from "#platform/db/token.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import { decideLink } from "../policy.ts";
import type { AccountRefusal } from "../refusals.ts";
import { lockEmailToken, markEmailVerified, markLinkUsed, replacePassword } from "../repository.ts";

/** Sets a new password by the link of an e-mail and ends every session. The link also proves the address. */
export async function resetPassword(
  work: Work<Actor>,
  input: { readonly tokenId: string; readonly token: string; readonly password: string },
): Promise<Result<null, AccountRefusal>> {
  if (!isSignedToken(input.token, "reset_password", input.tokenId)) return refuse({ code: "link-unknown" });
  const link = decideLink(await lockEmailToken(work.tx, input.tokenId, "reset_password"), work.now);
  if (!link.ok) return link;
  await markLinkUsed(work.tx, link.value.id, work.now);
  await replacePassword(work.tx, link.value.accountId, await hashPassword(input.password));
  await markEmailVerified(work.tx, link.value.accountId, work.now);
  return ok(null);
}
