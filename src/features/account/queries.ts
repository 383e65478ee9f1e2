import { isLocale } from "#i18n/messages.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { Addressee, EmailTokenPurpose } from "./types.ts";

/** Whom to write to about this account. */
export async function findAddressee(id: AccountId | ParticipantId): Promise<Addressee | null> {
  const row = await database().account.findUnique({
    where: { id },
    select: { email: true, displayName: true, locale: true },
  });
  return row && { ...row, locale: isLocale(row.locale) ? row.locale : "id" };
}

/** The account behind a link that is to be sent; null when it was used in the meantime. */
export async function findLinkToSend(
  tokenId: string,
): Promise<{ readonly accountId: AccountId; readonly purpose: EmailTokenPurpose } | null> {
  const row = await database().emailToken.findFirst({
    where: { id: tokenId, usedAt: null },
    select: { accountId: true, purpose: true },
  });
  return row && { accountId: row.accountId as AccountId, purpose: row.purpose };
}
