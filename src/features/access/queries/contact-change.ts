import { findCodeState, suggestionFor } from "#features/account/queries/contact-code.ts";
import { isLocale } from "#i18n/messages.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { openSince } from "../policy/contact-change.ts";
import type { FormerContact, Identifier, PendingContact } from "../types.ts";

/** The contact whose code is waited for; null when the account changes none. */
export async function findPendingContact(accountId: AccountId, now: Date): Promise<PendingContact | null> {
  const row = await database().contactChange.findFirst({
    where: { accountId, completedAt: null, startedAt: { gt: openSince(now) } },
    select: { kind: true, contactCipher: true },
  });
  if (!row) return null;
  const contact: Identifier = { kind: row.kind, value: decryptField(row.contactCipher) };
  const code = await findCodeState(accountId, contact, now);
  return { contact, suggestion: suggestionFor(contact), code };
}

/** The contact that was replaced, to tell it; null when there was none, or it is forgotten. */
export async function findFormerContact(changeId: string): Promise<FormerContact | null> {
  const row = await database().contactChange.findUnique({ where: { id: changeId } });
  if (!row?.formerCipher || !row.completedAt) return null;
  const account = await database().account.findUnique({
    where: { id: row.accountId },
    select: { locale: true },
  });
  if (!account) return null;
  const { kind, formerCipher, completedAt } = row;
  return {
    contact: { kind, value: decryptField(formerCipher) },
    changedAt: completedAt,
    locale: isLocale(account.locale) ? account.locale : "id",
  };
}
