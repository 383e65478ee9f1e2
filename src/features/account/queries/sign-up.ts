import { isLocale } from "#i18n/messages.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, decryptField } from "#platform/db/field-encryption.ts";
import type { CodePurpose } from "#platform/one-time-code/rules.ts";
import { findAddressee } from "../queries.ts";
import type { CodeReader, Contact, PendingSignUp, SignUpId } from "../types.ts";
import { findCodeState, suggestionFor } from "./contact-code.ts";

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
    suggestion: code ? null : suggestionFor(contact),
    code,
  };
}

type Code = {
  readonly holderId: string;
  readonly purpose: CodePurpose;
  readonly destination: string;
};

/**
 * Who reads a code. Somebody who signs up with a contact that has an account, or wants it for their own, is not sent
 * one: the holder is warned, in the holder's language.
 */
export async function findCodeReader({ holderId, purpose, destination }: Code): Promise<CodeReader | null> {
  const isOfContact = purpose === "account_email" || purpose === "account_phone";
  const signUp = isOfContact
    ? await database().signUp.findUnique({ where: { id: holderId }, select: { locale: true } })
    : null;
  const holder = signUp ?? (await findAddressee(holderId as AccountId));
  if (!holder) return null;
  const isChange = isOfContact && signUp === null;
  const account = isOfContact ? await findWarned(purpose, destination, holderId) : null;
  const { locale } = account ?? holder;
  const standing = account ? standingOf(account) : signUp ? "newcomer" : "holder";
  return { locale: isLocale(locale) ? locale : "id", standing, isChange };
}

/** The account that has this contact already, unless it is the very one that the code is for. */
async function findWarned(purpose: "account_email" | "account_phone", destination: string, holderId: string) {
  const account = await database().account.findUnique({
    where:
      purpose === "account_email" ? { email: destination } : { phoneIndex: blindIndex("phone", destination) },
    select: { id: true, locale: true, passwordHash: true },
  });
  return account?.id === holderId ? null : account;
}

function standingOf(account: { readonly passwordHash: string | null }): CodeReader["standing"] {
  return account.passwordHash ? "has-account" : "has-untaken-account";
}
