import type { ParticipantActor } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeRefusal } from "#platform/one-time-code/rules.ts";
import { decideRequest } from "../policy/presence.ts";
import { findRequest } from "../queries/presence.ts";
import type { PresenceRefusal } from "../types/presence.ts";

/** Sends the code that proves presence: to the account's phone, or by e-mail where it has none. */
export async function sendPresenceCode(
  work: Work<ParticipantActor>,
  { state }: { readonly state: string },
): Promise<Result<{ state: string }, PresenceRefusal | CodeRefusal>> {
  const { participantId } = work.actor;
  const decision = decideRequest(await findRequest(state, work.tx), participantId, work.now);
  if (!decision.ok) return decision;
  const who = await findAddressee(participantId);
  const destination = who?.phone ?? who?.email;
  if (!destination) return refuse({ code: "presence-no-contact" });
  const sent = await issueCode(work, {
    ...{ holderId: participantId, purpose: "presence", destination },
    channel: who?.phone ? "sms" : "email",
  });
  return sent.ok ? ok({ state }) : sent;
}
