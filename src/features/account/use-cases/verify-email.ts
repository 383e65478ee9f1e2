import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { isSignedToken } from "#platform/db/token.ts";
import type { Work } from "#platform/db/work.ts";
import { decideLink } from "../policy.ts";
import type { AccountRefusal } from "../refusals.ts";
import { lockEmailToken, markEmailVerified, markLinkUsed } from "../repository.ts";

/** Uses the link of the verification e-mail. */
export async function verifyEmail(
  work: Work<Actor>,
  input: { readonly tokenId: string; readonly token: string },
): Promise<Result<null, AccountRefusal>> {
  if (!isSignedToken(input.token, "verify_email", input.tokenId)) return refuse({ code: "link-unknown" });
  const link = decideLink(await lockEmailToken(work.tx, input.tokenId, "verify_email"), work.now);
  if (!link.ok) return link;
  await markLinkUsed(work.tx, link.value.id, work.now);
  await markEmailVerified(work.tx, link.value.accountId, work.now);
  return ok(null);
}
