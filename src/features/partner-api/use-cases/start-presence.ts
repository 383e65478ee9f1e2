import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import { blindIndex } from "#platform/db/field-encryption.ts";
import type { ChangingCall } from "../endpoint.ts";
import { decidePresence, decideReturn, decideSequence } from "../policy/redeeming.ts";
import { caseOf } from "../policy/sandbox.ts";
import { isEmailUsedBefore } from "../queries/redeemables.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { insertPresenceRequest } from "../repository/attendance.ts";
import type { Redeemable } from "../types/redeemable.ts";
import { type HeldCode, holdCode } from "./hold-code.ts";

/** Seconds for which the page of presence may be opened; a quarter of an hour. */
const LIFE_SECONDS = 900;

type Input = {
  readonly redeemCode: string;
  readonly redirectUri: string;
  readonly email: string;
  readonly sequence: unknown;
};

/** Opens a page where the participant shows presence at one part of the training: for a quarter of an hour, once. */
export async function startPresence(
  { work, client }: ChangingCall,
  { redeemCode, redirectUri, email, sequence: sent }: Input,
): Promise<Result<{ state: string; found: Redeemable }, PartnerRefusal>> {
  const held = await holdCode(work, client, redeemCode);
  if (!held.ok) return held;
  const sequence = decideSequence(sent);
  if (!sequence.ok) return sequence;
  const decision = decidePresence(held.value.found, sequence.value, work.now);
  if (!decision.ok) return decision;
  const back = decideReturn(redirectUri, client.redirectUris);
  if (!back.ok) return back;
  const emailIndex = blindIndex("email", email.trim().toLowerCase());
  if (await isEmailTaken(held.value, emailIndex, work.tx)) return refuse({ code: "ERRRDM40009" });
  const state = work.newId<"presence-request">();
  const { purchaseId } = held.value.found;
  await insertPresenceRequest(work.tx, {
    ...{ id: state, clientCode: client.code, purchaseId, redeemCode, sequence: sequence.value },
    ...{ redirectUri, emailIndex, createdAt: work.now },
    expiresAt: addSeconds(work.now, LIFE_SECONDS),
  });
  return ok({ state, found: held.value.found });
}

async function isEmailTaken(
  { found, sandbox }: HeldCode,
  emailIndex: Uint8Array,
  tx: ChangingCall["work"]["tx"],
): Promise<boolean> {
  return sandbox ? caseOf(found.redeemCode).isEmailTaken === true : isEmailUsedBefore(found, emailIndex, tx);
}
