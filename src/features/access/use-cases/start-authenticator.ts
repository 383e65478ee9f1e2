import type { Actor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { secretOf } from "#platform/web/authenticator.ts";
import { decideSetUp } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { lockFactor, writePendingSecret } from "../repository/factors.ts";
import type { Holder } from "../types.ts";
import { proveOwner } from "./prove-owner.ts";

type Input = {
  readonly holder: Holder | null;
  /** Needed where an authenticator is on already, to move to another phone. */
  readonly proof: { readonly password: string; readonly code: string } | null;
};

/** Makes the secret that an authenticator app is to learn. It counts once a code has confirmed it. */
export async function startAuthenticator(
  work: Work<Actor>,
  { holder, proof }: Input,
): Promise<Result<null, AccessRefusal>> {
  const decision = decideSetUp(holder);
  if (!decision.ok) return decision;
  const { accountId } = decision.value;
  const factor = await lockFactor(work.tx, accountId);
  if (factor?.secretCipher) {
    const proved = await proveOwner(work, accountId, proof ?? { password: "", code: "" });
    if (!proved.ok) return proved;
  }
  await writePendingSecret(work.tx, accountId, secretOf(work.chance.bytes(20)));
  return ok(null);
}
