import type { ParticipantId } from "#kernel/identifiers.ts";
import { type Result, refuse } from "#kernel/result.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { signToken } from "#platform/db/token.ts";
import { decideConsent } from "../policy/sso.ts";
import type { ConsentRefusal } from "../refusals/sso.ts";
import { consentQuery } from "../schema/sso.ts";
import { type ConnectedApp, type Consent, type SsoClient, ssoScopes } from "../types/sso.ts";

/** What the application asks in this address, or why nobody may be asked it. */
export async function readConsent(
  query: Readonly<Record<string, unknown>>,
): Promise<Result<Consent, ConsentRefusal>> {
  const request = consentQuery.safeParse(query);
  if (!request.success) return refuse({ code: "sso-request-broken" });
  return decideConsent(await findSsoClient(request.data.clientCode), request.data);
}

/** An application that people may sign in to, with the name that the programme knows; null when none has this code. */
export async function findSsoClient(code: string): Promise<SsoClient | null> {
  const row = await database().partnerClient.findFirst({
    where: { code, revokedAt: null },
    select: { code: true, kind: true, ownerSlug: true, redirectUris: true },
  });
  return row && { code: row.code, name: await nameOf(row), redirectUris: row.redirectUris };
}

/** The partner that an application speaks for; its slug separates what partners know of people. */
export async function findOwnerSlug(code: string): Promise<string | null> {
  const row = await database().partnerClient.findFirst({
    where: { code, revokedAt: null },
    select: { ownerSlug: true },
  });
  return row?.ownerSlug ?? null;
}

/** The keys that this application may sign with now, the present one first. */
export async function findSignKeys(code: string, now: Date): Promise<readonly string[]> {
  const row = await database().partnerClient.findFirst({
    where: { code, revokedAt: null },
    select: { signKeyCipher: true, formerKeyCipher: true, formerKeyUntil: true },
  });
  if (!row) return [];
  const keys = [decryptField(row.signKeyCipher)];
  const isFormerGood = row.formerKeyCipher && row.formerKeyUntil && row.formerKeyUntil > now;
  if (isFormerGood && row.formerKeyCipher) keys.push(decryptField(row.formerKeyCipher));
  return keys;
}

/** The machine's time: signatures are dated by it, also where the demo's programme is ahead. */
export async function machineTime(): Promise<Date> {
  const [row] = await database().$queryRaw<[{ readonly now: Date }]>`SELECT now() AS now`;
  return row.now;
}

/** The applications that may read something of this person, the latest consent first. */
export async function findConnectedApps(participantId: ParticipantId): Promise<ConnectedApp[]> {
  const rows = await database().ssoGrant.findMany({
    where: { participantId, endedAt: null },
    orderBy: { grantedAt: "desc" },
    take: 50,
  });
  return Promise.all(
    rows.map(async ({ id, clientCode, scopes, grantedAt, usedAt }) => ({
      grantId: id,
      name: (await findSsoClient(clientCode))?.name ?? clientCode,
      scopes: ssoScopes.filter((scope) => scopes.includes(scope)),
      grantedAt,
      usedAt,
    })),
  );
}

/** The way back to the application with the code, for the person who agreed and while the code is good; else null. */
export async function findWayBack(
  participantId: ParticipantId,
  codeId: string,
  now: Date,
): Promise<{ readonly address: string; readonly name: string } | null> {
  const row = await database().ssoCode.findFirst({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now }, grant: { participantId, endedAt: null } },
    select: { returnTo: true, grant: { select: { clientCode: true } } },
  });
  if (!row) return null;
  const url = new URL(row.returnTo);
  url.searchParams.set("code", signToken("sso-code", codeId));
  const client = await findSsoClient(row.grant.clientCode);
  return client && { address: url.href, name: client.name };
}

async function nameOf(row: { readonly kind: string; readonly ownerSlug: string }): Promise<string> {
  const where = { slug: row.ownerSlug };
  const found =
    row.kind === "provider"
      ? await database().provider.findUnique({ where, select: { name: true } })
      : await database().platform.findUnique({ where, select: { name: true } });
  return found?.name ?? row.ownerSlug;
}
