import { isLocale } from "#i18n/messages.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import type { Addressee } from "./types.ts";

/** Whom to write to about this account. */
export async function findAddressee(id: AccountId | ParticipantId): Promise<Addressee | null> {
  const row = await database().account.findUnique({
    where: { id },
    select: {
      email: true,
      emailBouncedAt: true,
      phoneCipher: true,
      phoneVerifiedAt: true,
      displayName: true,
      locale: true,
    },
  });
  if (!row) return null;
  const { email, displayName, locale } = row;
  return {
    email,
    isEmailBroken: row.emailBouncedAt !== null,
    phone: row.phoneCipher && row.phoneVerifiedAt ? decryptField(row.phoneCipher) : null,
    displayName,
    locale: isLocale(locale) ? locale : "id",
  };
}

/** The account behind a link that is to be sent; null when it was used in the meantime. */
export async function findLinkToSend(tokenId: string): Promise<{ readonly accountId: AccountId } | null> {
  const row = await database().emailToken.findFirst({
    where: { id: tokenId, usedAt: null },
    select: { accountId: true },
  });
  return row && { accountId: row.accountId as AccountId };
}
