import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { hashPassword } from "#platform/web/password.ts";
import { registeredAgain } from "../events.ts";
import { findCredentials, insertAccount } from "../repository.ts";
import { sendLink } from "./send-link.ts";

type Input = {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly locale: string;
};

/**
 * Opens an account and sends the link that verifies its address. An address that has an account already gets a
 * letter that says so; the screen is the same, so that nobody learns who is registered.
 */
export async function registerAccount(
  work: Work<Actor>,
  input: Input,
): Promise<Result<{ email: string }, never>> {
  const passwordHash = await hashPassword(input.password);
  const existing = await findCredentials(work.tx, input.email);
  if (existing?.emailVerifiedAt) {
    await work.publish(registeredAgain({ accountId: existing.id }));
  } else if (existing) {
    await sendLink(work, existing.id, "verify_email");
  } else {
    const id = work.newId<"account">();
    await insertAccount(work.tx, {
      id,
      email: input.email,
      displayName: input.displayName,
      passwordHash,
      locale: input.locale,
      createdAt: work.now,
    });
    await sendLink(work, id, "verify_email");
  }
  return ok({ email: input.email });
}
