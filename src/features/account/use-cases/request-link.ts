import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { findCredentials } from "../repository.ts";
import type { EmailTokenPurpose } from "../types.ts";
import { sendLink } from "./send-link.ts";

/** Sends a link to the address if it has an account that needs one; says the same in every case. */
export async function requestLink(
  work: Work<Actor>,
  input: { readonly email: string; readonly purpose: EmailTokenPurpose },
): Promise<Result<{ email: string }, never>> {
  const account = await findCredentials(work.tx, input.email);
  const isWanted = account && (input.purpose === "reset_password" || !account.emailVerifiedAt);
  if (isWanted) await sendLink(work, account.id, input.purpose);
  return ok({ email: input.email });
}
