import { randomUUID } from "node:crypto";
import { database } from "#platform/db/client.ts";
import { encryptField } from "#platform/db/field-encryption.ts";
import { sessionToken } from "#platform/web/session.ts";

/** A browser that this account signed in with, and the token in its cookie. */
export async function anOpenSession(
  accountId: string,
  { hasShownBoth = false }: { readonly hasShownBoth?: boolean } = {},
): Promise<{ readonly sessionId: string; readonly token: string }> {
  const sessionId = randomUUID();
  await database().$executeRaw`
    INSERT INTO session (id, account_id, network_cipher, second_factor_at)
    VALUES (${sessionId}::uuid, ${accountId}::uuid, ${encryptField("36.80.12.x")}, CASE WHEN ${hasShownBoth} THEN now() END)`;
  const { role, sessionVersion } = await database().account.findUniqueOrThrow({ where: { id: accountId } });
  return { sessionId, token: await sessionToken({ id: accountId, role, sessionVersion, sessionId }) };
}
