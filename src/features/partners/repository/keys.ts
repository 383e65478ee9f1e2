import type { Transaction } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import type { KeyState } from "../types/key.ts";
import type { OwnPartner } from "../types.ts";

/** How many clients of the partner count; those who ask at once come one after the other. */
export async function countActive(tx: Transaction, { kind, slug }: OwnPartner): Promise<number> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`partner-client:${kind}:${slug}`}, 0))::text`;
  return tx.partnerClient.count({ where: { kind, ownerSlug: slug, revokedAt: null } });
}

/** The partner's own client, locked until this transaction ends; null for another's. */
export async function lockOwnClient(
  tx: Transaction,
  { kind, slug }: OwnPartner,
  code: string,
): Promise<KeyState | null> {
  const [row] = await tx.$queryRaw<KeyState[]>`
    SELECT code, revoked_at IS NOT NULL AS "isRevoked", sign_key_shown_until AS "signKeyShownUntil",
      webhook_url AS "webhookUrl", webhook_key_cipher IS NOT NULL AS "hasWebhookKey"
    FROM partner_client
    WHERE code = ${code} AND kind = ${kind}::partner_kind AND owner_slug = ${slug} FOR UPDATE`;
  return row ?? null;
}

export async function insertClient(
  tx: Transaction,
  { kind, slug }: OwnPartner,
  client: {
    readonly code: string;
    readonly signKey: string;
    readonly createdAt: Date;
    readonly signKeyShownUntil: Date;
  },
): Promise<void> {
  const { signKey, ...row } = client;
  await tx.partnerClient.create({
    data: { ...row, kind, ownerSlug: slug, signKeyCipher: encryptField(signKey), redirectUris: [] },
  });
}

/** A new key; the one before goes on signing until a moment. */
export async function replaceSignKey(
  tx: Transaction,
  code: string,
  {
    signKey,
    formerKeyUntil,
    signKeyShownUntil,
  }: { readonly signKey: string; readonly formerKeyUntil: Date; readonly signKeyShownUntil: Date },
): Promise<void> {
  await tx.$executeRaw`
    UPDATE partner_client SET former_key_cipher = sign_key_cipher, former_key_until = ${formerKeyUntil},
      sign_key_cipher = ${encryptField(signKey)}, sign_key_shown_until = ${signKeyShownUntil}
    WHERE code = ${code}`;
}

/** No key of the client counts from now on. */
export async function markRevoked(tx: Transaction, code: string, revokedAt: Date): Promise<void> {
  await tx.partnerClient.update({
    where: { code },
    data: {
      revokedAt,
      formerKeyCipher: null,
      formerKeyUntil: null,
      signKeyShownUntil: null,
      webhookKeyShownUntil: null,
    },
  });
}

/** Its holder has written the new keys down. */
export async function hideKeys(tx: Transaction, code: string): Promise<void> {
  await tx.partnerClient.update({
    where: { code },
    data: { signKeyShownUntil: null, webhookKeyShownUntil: null },
  });
}

export async function writeAddresses(
  tx: Transaction,
  code: string,
  addresses: { readonly redirectUris: readonly string[]; readonly webhookUrl: string | null },
): Promise<void> {
  const { redirectUris, webhookUrl } = addresses;
  await tx.partnerClient.update({ where: { code }, data: { redirectUris: [...redirectUris], webhookUrl } });
}

/** The key that messages to the webhook address are signed with. */
export async function writeWebhookKey(
  tx: Transaction,
  code: string,
  key: string,
  webhookKeyShownUntil: Date,
): Promise<void> {
  await tx.partnerClient.update({
    where: { code },
    data: { webhookKeyCipher: encryptField(key), webhookKeyShownUntil },
  });
}
