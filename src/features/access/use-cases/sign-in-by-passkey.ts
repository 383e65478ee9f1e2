import type { Actor } from "#authorization/actor.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { type PasskeyAnswer, passkeyOptions, verifiedCounter } from "#platform/web/passkey.ts";
import type { VisitingBrowser } from "#platform/web/visiting-browser.ts";
import type { AccessRefusal } from "../refusals.ts";
import { findAccount } from "../repository/accounts.ts";
import { insertChallenge, lockPasskey, markPasskeyUsed, takeChallenge } from "../repository/passkeys.ts";
import type { SignedIn } from "../types.ts";
import { openSession } from "./open-session.ts";

/** A challenge for whatever passkey of this portal the device has; it counts once. */
export async function offerPasskeySignIn(work: Work<Actor>) {
  const options = await passkeyOptions(new Uint8Array(work.chance.bytes(32)));
  const id = work.newId<"passkey-challenge">();
  await insertChallenge(work.tx, { id, challenge: options.challenge, accountId: null });
  return ok({ challengeId: id as string, options });
}

type Input = {
  readonly challengeId: string;
  readonly answer: PasskeyAnswer;
  readonly browser: VisitingBrowser;
  readonly replaces: string | null;
};

/** Signs in by a passkey. The device has asked for a finger, a face or a PIN, so it counts as both steps. */
export async function signInByPasskey(
  work: Work<Actor>,
  { challengeId, answer, browser, replaces }: Input,
): Promise<Result<SignedIn, AccessRefusal>> {
  const challenge = await takeChallenge(work.tx, challengeId, null);
  const passkey = challenge && (await lockPasskey(work.tx, answer.id));
  const counter = challenge && passkey ? await verifiedCounter(answer, challenge, passkey) : null;
  // The challenge is spent either way.
  if (!passkey || counter === null) return refuseAndKeep({ code: "passkey-refused" });
  const account = await findAccount(work.tx, passkey.accountId);
  if (account.lockedAt) return refuse({ code: "account-locked" });
  await markPasskeyUsed(work.tx, passkey.id, counter, work.now);
  return ok(await openSession(work, account, { browser, replaces, hasShownBoth: true }));
}
