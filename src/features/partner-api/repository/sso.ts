import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { signToken } from "#platform/db/token.ts";
import { type ShownMark, type SsoScope, ssoScopes } from "../types/sso.ts";

/** The keyed hash under which a code or token is kept. */
export function markOf(secret: string): string {
  return signToken("sso-mark", secret);
}

/** The code of a row: it follows from the row's id and a key, so that neither book nor receipt holds it. */
export function codeOf(codeId: string): string {
  return signToken("sso-code", codeId);
}

/** The person's number towards one partner; another partner's is another. */
export function pairwiseId(ownerSlug: string, participantId: ParticipantId): string {
  return signToken("sso-user", ownerSlug, participantId);
}

type NewGrant = {
  readonly id: string;
  readonly participantId: ParticipantId;
  readonly clientCode: string;
  readonly scopes: readonly SsoScope[];
  readonly grantedAt: Date;
};

/** Writes a consent down; an earlier one for the same application ends with it. */
export async function insertGrant(tx: Transaction, grant: NewGrant): Promise<void> {
  const { participantId, clientCode, grantedAt, scopes } = grant;
  await tx.ssoGrant.updateMany({
    where: { participantId, clientCode, endedAt: null },
    data: { endedAt: grantedAt, endedBy: "renewed" },
  });
  await tx.ssoGrant.create({ data: { ...grant, scopes: [...scopes] } });
}

export async function insertCode(
  tx: Transaction,
  code: {
    readonly id: string;
    readonly grantId: string;
    readonly returnTo: string;
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.ssoCode.create({ data: { ...code, mark: markOf(codeOf(code.id)) } });
}

export async function insertToken(
  tx: Transaction,
  token: {
    readonly mark: string;
    readonly grantId: string;
    readonly kind: "access" | "refresh";
    readonly expiresAt: Date;
  },
): Promise<void> {
  await tx.ssoToken.create({ data: token });
}

/** The code that was shown, held until the transaction ends: of two who show it, one is second. */
export async function lockCode(tx: Transaction, code: string): Promise<ShownMark | null> {
  const mark = markOf(code);
  await tx.$queryRaw`SELECT 1 FROM sso_code WHERE mark = ${mark} FOR UPDATE`;
  const row = await tx.ssoCode.findUnique({ where: { mark }, include: { grant: true } });
  return row && { ...row, grant: await grantState(tx, row.grant) };
}

export async function lockToken(
  tx: Transaction,
  token: string,
  kind: "access" | "refresh",
): Promise<ShownMark | null> {
  const mark = markOf(token);
  if (kind === "refresh") await tx.$queryRaw`SELECT 1 FROM sso_token WHERE mark = ${mark} FOR UPDATE`;
  const row = await tx.ssoToken.findFirst({ where: { mark, kind }, include: { grant: true } });
  return row && { ...row, grant: await grantState(tx, row.grant) };
}

type GrantRow = {
  readonly id: string;
  readonly participantId: string;
  readonly clientCode: string;
  readonly scopes: readonly string[];
  readonly endedAt: Date | null;
};

async function grantState(tx: Transaction, row: GrantRow): Promise<ShownMark["grant"]> {
  const account = await tx.account.findUnique({
    where: { id: row.participantId },
    select: { lockedAt: true },
  });
  return {
    id: row.id,
    participantId: row.participantId as ParticipantId,
    clientCode: row.clientCode,
    scopes: ssoScopes.filter((scope) => row.scopes.includes(scope)),
    hasEnded: row.endedAt !== null,
    isLocked: !account || account.lockedAt !== null,
  };
}

export async function markCodeUsed(tx: Transaction, code: string, now: Date): Promise<void> {
  await tx.ssoCode.update({ where: { mark: markOf(code) }, data: { usedAt: now } });
}

export async function markTokenUsed(tx: Transaction, token: string, now: Date): Promise<void> {
  await tx.ssoToken.update({ where: { mark: markOf(token) }, data: { usedAt: now } });
}

export async function markGrantUsed(tx: Transaction, id: string, now: Date): Promise<void> {
  await tx.ssoGrant.updateMany({ where: { id, endedAt: null }, data: { usedAt: now } });
}

/** Ends an open grant; false when there is none of that id (of this person, where one is named). */
export async function endGrant(
  tx: Transaction,
  id: string,
  how: {
    readonly by: "person" | "code-again" | "token-again";
    readonly now: Date;
    readonly of?: ParticipantId;
  },
): Promise<boolean> {
  const { count } = await tx.ssoGrant.updateMany({
    where: { id, endedAt: null, ...(how.of ? { participantId: how.of } : {}) },
    data: { endedAt: how.now, endedBy: how.by },
  });
  return count === 1;
}

/** Forgets codes and tokens that are over, a bounded number of each. */
export async function removeOldMarks(tx: Transaction, before: Date, limit: number): Promise<number> {
  const codes = await tx.$executeRaw`
    DELETE FROM sso_code WHERE id IN (SELECT id FROM sso_code WHERE expires_at < ${before} LIMIT ${limit})`;
  const tokens = await tx.$executeRaw`
    DELETE FROM sso_token WHERE mark IN (SELECT mark FROM sso_token WHERE expires_at < ${before} LIMIT ${limit})`;
  return codes + tokens;
}
