import type { Actor } from "#authorization/actor.ts";
import { findAddressee } from "#features/account/queries.ts";
import { findSharedCardNumber } from "#features/balance/queries.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideRead } from "../policy/sso.ts";
import { findOwnerSlug } from "../queries/sso.ts";
import type { SsoRefusal } from "../refusals/sso.ts";
import { lockToken, markGrantUsed, pairwiseId } from "../repository/sso.ts";
import type { SsoProfile, SsoScope } from "../types/sso.ts";

/**
 * What the person allowed this application to know, and nothing else; written down each time. The card's number is
 * given once the person has asked to see it themselves, which comes after the induction.
 */
export async function readProfile(
  work: Work<Actor>,
  { clientCode, secret }: { readonly clientCode: string; readonly secret: string },
): Promise<Result<SsoProfile, SsoRefusal>> {
  const decision = decideRead(await lockToken(work.tx, secret, "access"), clientCode, work.now);
  if (!decision.ok) return decision;
  const { id, participantId, scopes } = decision.value;
  const allowed = (scope: SsoScope, value: string | null | undefined) =>
    scopes.includes(scope) ? (value ?? "") : "";
  const who = await findAddressee(participantId);
  const card = scopes.includes("prakerjaid") ? await findSharedCardNumber(participantId) : null;
  const userId = pairwiseId((await findOwnerSlug(clientCode)) ?? clientCode, participantId);
  await markGrantUsed(work.tx, id, work.now);
  await work.record({
    action: "read-profile",
    subject: `participant:${participantId}`,
    details: { client: clientCode, scopes: scopes.join(" ") },
  });
  return ok({
    dp_user_id: userId,
    email: allowed("email", who?.email),
    name: allowed("name", who?.displayName),
    no_prakerja: allowed("prakerjaid", card),
    phone_number: allowed("notelp", who?.phone),
    user_id: userId,
  });
}
