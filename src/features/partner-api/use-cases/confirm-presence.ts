import type { Actor, ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { takeCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideRequest } from "../policy/presence.ts";
import { decidePresence, isUsed } from "../policy/redeeming.ts";
import { caseOf } from "../policy/sandbox.ts";
import { findSigningClient } from "../queries/clients.ts";
import { findRequest } from "../queries/presence.ts";
import type { PartnerRefusal } from "../refusals/codes.ts";
import { insertAttendance, lockRequest, markRequestUsed } from "../repository/attendance.ts";
import type { PresenceFacts, PresenceRefusal } from "../types/presence.ts";
import { type HeldCode, holdCode, noteSandbox } from "./hold-code.ts";
import { spendCode } from "./spend-code.ts";

type Refused = PresenceRefusal | CodeRefusal | PartnerRefusal;

/**
 * The participant is there: signed in as the buyer, and holding the phone that the code came to. The first presence of a
 * training uses its redeem code; the address is used up with it.
 */
export async function confirmPresence(
  work: Work<ParticipantActor>,
  { state, digits }: { readonly state: string; readonly digits: string },
): Promise<Result<{ state: string }, Refused>> {
  const { participantId } = work.actor;
  const held = await holdRequest(work, state, participantId);
  if (!held.ok) return held;
  const taken = await takeCode(work, { holderId: participantId, purpose: "presence", digits });
  if (!taken.ok) return taken;
  const { request, code, client } = held.value;
  if (!isUsed(code.found)) {
    const spent = await spendCode(work, client, code);
    if (!spent.ok) return spent;
  }
  const { purchaseId } = code.found;
  if (purchaseId === null) throw new Error(`the presence of ${state} belongs to nobody`);
  const { sequence } = request;
  const isFirst = await insertAttendance(work.tx, { purchaseId, sequence, now: work.now });
  if (!isFirst) return refuse({ code: "ERRRDM40011" });
  await markRequestUsed(work.tx, state, work.now);
  return ok({ state });
}

/** The same for a training code: nobody signs in, and one named case never turns up. */
export async function confirmSandboxPresence(
  work: Work<Actor>,
  { state }: { readonly state: string },
): Promise<Result<{ state: string }, PresenceRefusal | PartnerRefusal>> {
  const held = await holdRequest(work, state, null);
  if (!held.ok) return held;
  const { request, code, client } = held.value;
  if (!code.sandbox) return refuse({ code: "presence-foreign" });
  const { found, sandbox } = code;
  if (!caseOf(found.redeemCode).staysAbsent) {
    await noteSandbox(work, client.code, { found, sandbox }, request.sequence);
  }
  await markRequestUsed(work.tx, state, work.now);
  return ok({ state });
}

type Held = {
  readonly request: PresenceFacts;
  readonly code: HeldCode;
  readonly client: Parameters<typeof holdCode>[1];
};

/** The request and its code, held and judged again: what was in order a quarter of an hour ago need not be now. */
async function holdRequest(
  work: Work<Actor>,
  state: string,
  participantId: string | null,
): Promise<Result<Held, PresenceRefusal | PartnerRefusal>> {
  await lockRequest(work.tx, state);
  const decision = decideRequest(await findRequest(state, work.tx), participantId, work.now);
  if (!decision.ok) return decision;
  const request = decision.value;
  const signing = await findSigningClient(request.clientCode);
  if (!signing) return refuse({ code: "presence-unknown" });
  const code = await holdCode(work, signing.client, request.redeemCode);
  if (!code.ok) return code;
  const present = decidePresence(code.value.found, request.sequence, work.now);
  return present.ok ? ok({ request, code: code.value, client: signing.client }) : present;
}
