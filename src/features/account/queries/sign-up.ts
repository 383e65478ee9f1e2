import { isLocale } from "#i18n/messages.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, decryptField } from "#platform/db/field-encryption.ts";
import type { CodePurpose } from "#platform/one-time-code/rules.ts";
import { suggestEmail } from "../policy/email-suggestion.ts";
import { purposeOf } from "../policy/sign-up.ts";
import { findAddressee } from "../queries.ts";
import type { CodeReader, CodeState, Contact, PendingSignUp, SignUpId } from "../types.ts";

/** How far a sign-up has come, for whoever holds its token; null when it was forgotten. */
export async function findSignUp(id: string, now: Date): Promise<PendingSignUp | null> {
  const row = await database().signUp.findUnique({
    where: { id },
    select: { email: true, phoneCipher: true, completedAt: true },
  });
  if (!row) return null;
  const contact: Contact = row.phoneCipher
    ? { kind: "phone", value: decryptField(row.phoneCipher) }
    : { kind: "email", value: row.email ?? "" };
  const code = await findCodeState(id, contact, now);
  return {
    id: id as SignUpId,
    contact,
    isCompleted: row.completedAt !== null,
    suggestion: contact.kind === "email" && !code ? suggestEmail(contact.value) : null,
    code,
  };
}

/** The last code that went to this contact; one to an earlier contact says nothing. */
async function findCodeState(holderId: string, contact: Contact, now: Date): Promise<CodeState | null> {
  const row = await database().oneTimeCode.findFirst({
    where: {
      holderId,
      purpose: purposeOf(contact),
      destinationIndex: blindIndex(contact.kind, contact.value),
    },
    select: { delivery: true, deliveryReason: true, createdAt: true, expiresAt: true },
    orderBy: { createdAt: "desc" },
  });
  if (!row) return null;
  const { delivery, deliveryReason, createdAt, expiresAt } = row;
  return { delivery, deliveryReason, sentAt: createdAt, isExpired: expiresAt < now };
}

type Code = {
  readonly holderId: string;
  readonly purpose: CodePurpose;
  readonly destination: string;
};

/**
 * Who reads a code. Somebody who signs up with a contact that has an account is not sent one: the holder is warned, in
 * the holder's language.
 */
export async function findCodeReader({ holderId, purpose, destination }: Code): Promise<CodeReader | null> {
  if (purpose !== "account_email" && purpose !== "account_phone") {
    const addressee = await findAddressee(holderId as AccountId);
    return addressee && { locale: addressee.locale, standing: "holder" };
  }
  const signUp = await database().signUp.findUnique({ where: { id: holderId }, select: { locale: true } });
  if (!signUp) return null;
  const account = await database().account.findUnique({
    where:
      purpose === "account_email" ? { email: destination } : { phoneIndex: blindIndex("phone", destination) },
    select: { locale: true, passwordHash: true },
  });
  const { locale } = account ?? signUp;
  return { locale: isLocale(locale) ? locale : "id", standing: standingOf(account) };
}

function standingOf(account: { readonly passwordHash: string | null } | null): CodeReader["standing"] {
  if (!account) return "newcomer";
  return account.passwordHash ? "has-account" : "has-untaken-account";
}
