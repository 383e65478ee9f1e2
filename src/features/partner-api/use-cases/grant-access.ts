import type { ParticipantActor } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { CODE_SECONDS, withQuery } from "../policy/sso.ts";
import { readConsent } from "../queries/sso.ts";
import type { ConsentRefusal } from "../refusals/sso.ts";
import { endGrant, insertCode, insertGrant } from "../repository/sso.ts";

/** The person agrees: the consent is written down, and a code that is good once waits to be taken back. */
export async function grantAccess(
  work: Work<ParticipantActor>,
  answer: Readonly<Record<string, unknown>>,
): Promise<Result<{ codeId: string }, ConsentRefusal>> {
  const consent = await readConsent(answer);
  if (!consent.ok) return consent;
  const { clientCode, scopes, state, redirectUri } = consent.value.request;
  const grantId = work.newId<"sso-grant">();
  const { participantId } = work.actor;
  await insertGrant(work.tx, { id: grantId, participantId, clientCode, scopes, grantedAt: work.now });
  const codeId = work.newId<"sso-code">();
  await insertCode(work.tx, {
    ...{ id: codeId, grantId },
    returnTo: withQuery(redirectUri, { state }),
    expiresAt: addSeconds(work.now, CODE_SECONDS),
  });
  await work.record({
    action: "grant-access",
    subject: `partner-client:${clientCode}`,
    details: { scopes: scopes.join(" ") },
  });
  return ok({ codeId });
}

/** The person ends what an application may know: its tokens stop working at once. Ending twice is ending once. */
export async function endAccess(
  work: Work<ParticipantActor>,
  { id }: { readonly id: string },
): Promise<Result<{ ended: boolean }, never>> {
  const { participantId } = work.actor;
  const ended = await endGrant(work.tx, id, { by: "person", now: work.now, of: participantId });
  if (ended) await work.record({ action: "end-access", subject: `sso-grant:${id}` });
  return ok({ ended });
}
