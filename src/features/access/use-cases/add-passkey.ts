import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse, refuseAndKeep } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { type NewPasskeyAnswer, newPasskeyOptions, verifiedNewPasskey } from "#platform/web/passkey.ts";
import type { VisitingBrowser } from "#platform/web/visiting-browser.ts";
import { decideAnotherPasskey } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { findAccount } from "../repository/accounts.ts";
import {
  findPasskeysOf,
  insertChallenge,
  insertPasskey,
  lockPasskey,
  removePasskey,
  takeChallenge,
} from "../repository/passkeys.ts";

type Insider = Work<ParticipantActor | StaffActor>;

/** What the device needs to make a key for this account, with a challenge that counts once. */
export async function offerNewPasskey(work: Insider) {
  const accountId = accountOf(work.actor);
  const known = await findPasskeysOf(work.tx, accountId);
  const decision = decideAnotherPasskey(known.length);
  if (!decision.ok) return decision;
  const { displayName } = await findAccount(work.tx, accountId);
  const challenge = new Uint8Array(work.chance.bytes(32));
  const options = await newPasskeyOptions({ accountId, name: displayName, challenge, known });
  const id = work.newId<"passkey-challenge">();
  await insertChallenge(work.tx, { id, challenge: options.challenge, accountId });
  return ok({ challengeId: id as string, options });
}

type Input = {
  readonly challengeId: string;
  readonly answer: NewPasskeyAnswer;
  readonly browser: VisitingBrowser;
};

/** Keeps the key that the device has made. */
export async function addPasskey(
  work: Insider,
  { challengeId, answer, browser }: Input,
): Promise<Result<null, AccessRefusal>> {
  const accountId = accountOf(work.actor);
  const challenge = await takeChallenge(work.tx, challengeId, accountId);
  const passkey = challenge && (await verifiedNewPasskey(answer, challenge));
  if (!passkey) return refuseAndKeep({ code: "passkey-refused" });
  if (await lockPasskey(work.tx, passkey.id)) return refuseAndKeep({ code: "passkey-known" });
  const label = [browser.browser, browser.system].filter(Boolean).join(" · ") || "?";
  await insertPasskey(work.tx, { ...passkey, accountId, label, createdAt: work.now });
  await work.record({ action: "passkey-added", subject: `account:${accountId}` });
  return ok(null);
}

/** Takes a key away: a phone that was lost or sold opens nothing any more. */
export async function dropPasskey(
  work: Insider,
  { id }: { readonly id: string },
): Promise<Result<null, AccessRefusal>> {
  const accountId = accountOf(work.actor);
  if (!(await removePasskey(work.tx, accountId, id))) return refuse({ code: "passkey-unknown" });
  await work.record({ action: "passkey-removed", subject: `account:${accountId}` });
  return ok(null);
}
