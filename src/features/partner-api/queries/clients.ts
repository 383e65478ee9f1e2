import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { PartnerClient } from "../types/client.ts";

type SigningClient = {
  readonly client: PartnerClient;
  readonly key: string;
  /** The key before, and until when it still counts. */
  readonly former: { readonly key: string; readonly until: Date } | null;
};

/** Milliseconds for which a client is remembered: so long a key that was taken back may still count in this process. */
const REMEMBER_MS = 2_000;
const MOST = 5_000;
const remembered = new Map<string, { readonly found: SigningClient; readonly at: number }>();

/** The client of this code with its keys; null when there is none, or its keys were taken back. */
export async function findSigningClient(code: string): Promise<SigningClient | null> {
  const kept = remembered.get(code);
  if (kept && performance.now() - kept.at < REMEMBER_MS) return kept.found;
  remembered.delete(code);
  const row = await database().partnerClient.findUnique({ where: { code } });
  if (!row || row.revokedAt) return null;
  const { kind, ownerSlug, redirectUris, formerKeyCipher, formerKeyUntil } = row;
  const found: SigningClient = {
    client: { code, kind, ownerSlug, redirectUris },
    key: decryptField(row.signKeyCipher),
    former:
      formerKeyCipher && formerKeyUntil
        ? { key: decryptField(formerKeyCipher), until: formerKeyUntil }
        : null,
  };
  if (remembered.size >= MOST) remembered.clear();
  remembered.set(code, { found, at: performance.now() });
  return found;
}

/** Reads the database again at the next call; for tests. */
export function forgetClients(): void {
  remembered.clear();
}
