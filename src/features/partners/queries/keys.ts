import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { LoggedCall, PartnerKey } from "../types/key.ts";
import type { OwnPartner } from "../types.ts";

/** The partner's clients, those that count first. A key is read only while it is shown. */
export async function findKeys({ kind, slug }: OwnPartner, now: Date): Promise<readonly PartnerKey[]> {
  const rows = await database().partnerClient.findMany({
    where: { kind, ownerSlug: slug },
    orderBy: [{ revokedAt: { sort: "desc", nulls: "first" } }, { createdAt: "desc" }],
    take: 50,
  });
  const shown = (cipher: Uint8Array | null, until: Date | null) =>
    cipher && until && until > now ? decryptField(cipher) : null;
  return rows.map((row) => ({
    code: row.code,
    createdAt: row.createdAt,
    revokedAt: row.revokedAt,
    formerKeyUntil: row.formerKeyUntil && row.formerKeyUntil > now ? row.formerKeyUntil : null,
    redirectUris: row.redirectUris,
    webhookUrl: row.webhookUrl,
    signKey: shown(row.signKeyCipher, row.signKeyShownUntil),
    webhookKey: shown(row.webhookKeyCipher, row.webhookKeyShownUntil),
  }));
}

const CALLS_PER_PAGE = 50;

export type CallFilter = {
  /** All, those that were refused, or those of one code. */
  readonly code: "all" | "refused" | (string & {});
  /** The id of the last call on the page before. */
  readonly before?: string | undefined;
};

/** The calls of a partner's own clients, the newest first; each client gives its own latest by an index. */
export async function findCalls(
  { kind, slug }: OwnPartner,
  { code, before }: CallFilter,
): Promise<{ readonly rows: readonly LoggedCall[]; readonly next: string | null }> {
  const [edge] = before
    ? await database().$queryRaw<{ at: Date }[]>`
        SELECT c.at FROM partner_call c JOIN partner_client p ON p.code = c.client_code
        WHERE c.id = ${before}::uuid AND p.kind = ${kind}::partner_kind AND p.owner_slug = ${slug}`
    : [];
  const rows = await database().$queryRaw<LoggedCall[]>`
    SELECT latest.* FROM partner_client p CROSS JOIN LATERAL (
      SELECT id, at, client_code AS "clientCode", path, status, code, message, subject, milliseconds
      FROM partner_call c
      WHERE c.client_code = p.code
        AND (${code} = 'all' OR (${code} = 'refused' AND c.code <> 'OK') OR c.code = ${code})
        AND (${edge?.at ?? null}::timestamptz IS NULL OR (c.at, c.id) < (${edge?.at ?? null}::timestamptz, ${before ?? null}::uuid))
      ORDER BY c.at DESC, c.id DESC LIMIT ${CALLS_PER_PAGE + 1}) AS latest
    WHERE p.kind = ${kind}::partner_kind AND p.owner_slug = ${slug}
    ORDER BY latest.at DESC, latest.id DESC LIMIT ${CALLS_PER_PAGE + 1}`;
  const page = rows.slice(0, CALLS_PER_PAGE);
  return { rows: page, next: rows.length > CALLS_PER_PAGE ? (page.at(-1)?.id ?? null) : null };
}
