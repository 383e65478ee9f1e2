import type { StaffActor } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideChange, decideNewClient, decideRotation, formerKeyUntil, shownUntil } from "../policy/key.ts";
import { ownPartner } from "../queries/own-partner.ts";
import type { KeyRefusal, PartnerRefusal } from "../refusals.ts";
import {
  countActive,
  hideKeys,
  insertClient,
  lockOwnClient,
  markRevoked,
  replaceSignKey,
} from "../repository/keys.ts";
import type { PartnerKind } from "../types.ts";

type Outcome = { readonly kind: PartnerKind; readonly client: string };
type Answer = Promise<Result<Outcome, KeyRefusal | PartnerRefusal>>;
type Named = { readonly client: string };

const PREFIX = { provider: "LP", platform: "DP" } as const;
/** Letters of a key: 200 bits. */
const KEY_LENGTH = 40;

/** Opens a client for the partner's system: a code, and a key that is shown until it is kept. */
export async function createKey(work: Work<StaffActor>): Answer {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  const decision = decideNewClient(await countActive(work.tx, partner));
  if (!decision.ok) return decision;
  const code = `${PREFIX[partner.kind]}-${readableCode(work.chance, 10)}`;
  const signKey = readableCode(work.chance, KEY_LENGTH);
  const times = { createdAt: work.now, signKeyShownUntil: shownUntil(work.now) };
  await insertClient(work.tx, partner, { code, signKey, ...times });
  await work.record({ action: "partner-key-created", subject: `partner-client:${code}` });
  return ok({ kind: partner.kind, client: code });
}

/** Gives a client a new key; the one before signs for another day, so that nothing stops meanwhile. */
export async function rotateKey(work: Work<StaffActor>, { client }: Named): Answer {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  const decision = decideRotation(await lockOwnClient(work.tx, partner, client), work.now);
  if (!decision.ok) return decision;
  await replaceSignKey(work.tx, client, {
    signKey: readableCode(work.chance, KEY_LENGTH),
    formerKeyUntil: formerKeyUntil(work.now),
    signKeyShownUntil: shownUntil(work.now),
  });
  await work.record({ action: "partner-key-rotated", subject: `partner-client:${client}` });
  return ok({ kind: partner.kind, client });
}

/** Ends a client at once: neither its key nor the one before counts any more. */
export async function revokeKey(work: Work<StaffActor>, { client }: Named): Answer {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  const decision = decideChange(await lockOwnClient(work.tx, partner, client));
  if (!decision.ok) return decision;
  await markRevoked(work.tx, client, work.now);
  await work.record({ action: "partner-key-revoked", subject: `partner-client:${client}` });
  return ok({ kind: partner.kind, client });
}

/** The holder says that the new keys are kept: the portal never shows them again. */
export async function keepKey(work: Work<StaffActor>, { client }: Named): Answer {
  const partner = ownPartner(work.actor);
  if (!partner) return refuse({ code: "partner-not-linked" });
  const decision = decideChange(await lockOwnClient(work.tx, partner, client));
  if (!decision.ok) return decision;
  await hideKeys(work.tx, client);
  return ok({ kind: partner.kind, client });
}
