import { z } from "zod";
import { system } from "#authorization/actor.ts";
import { findHolderOfNik } from "#features/registration/queries/holder.ts";
import type { AccountId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import { resetLinkWanted } from "../events.ts";
import { isRecoverySent, resetLinkExpiry } from "../policy.ts";
import { findContacts, findCredentials, insertResetLink } from "../repository/accounts.ts";
import { countRecoveries, lockRecovery, settleRecovery } from "../repository/recoveries.ts";
import type { Contacts, Identifier } from "../types.ts";

const typedContact = z.object({ kind: z.enum(["email", "phone"]), value: z.string() });
const typedIdentity = z.object({ nik: z.string(), birthDate: z.string() });

/** Looks up whose account a request is about and sends its holder a way back in; nobody else hears anything. */
export async function answerRecoveryReaction({ requestId }: { readonly requestId: string }): Promise<void> {
  await inOneTransaction(system, async (work) => {
    const request = await lockRecovery(work.tx, requestId);
    if (!request) return ok();
    const found =
      request.kind === "contact"
        ? await byContact(work, typedContact.parse(JSON.parse(request.details)))
        : await byIdentity(work, typedIdentity.parse(JSON.parse(request.details)));
    if (found && isRecoverySent(await countRecoveries(work.tx, request))) await sendWay(work, found);
    await settleRecovery(work.tx, requestId, work.now);
    return ok();
  });
}

type Found = { readonly accountId: AccountId; readonly to: Identifier };

async function byContact(work: Work, identifier: Identifier): Promise<Found | null> {
  const account = await findCredentials(work.tx, identifier);
  return account && mayReset(account) ? { accountId: account.id, to: identifier } : null;
}

async function byIdentity(work: Work, typed: z.output<typeof typedIdentity>): Promise<Found | null> {
  const holder = await findHolderOfNik(typed.nik, typed.birthDate);
  const account = holder && (await findContacts(work.tx, holder as string as AccountId));
  const to = account && mayReset(account) ? contactOf(account) : null;
  return account && to ? { accountId: account.id, to } : null;
}

/** An account that an office opened is taken over, not recovered; one that is locked stays shut. */
function mayReset(account: {
  readonly passwordHash: string | null;
  readonly lockedAt: Date | null;
}): boolean {
  return account.passwordHash !== null && account.lockedAt === null;
}

/** The address, unless letters to it come back; else the phone. */
function contactOf({ email, phoneCipher, emailBouncedAt }: Contacts): Identifier | null {
  if (email && !(emailBouncedAt && phoneCipher)) return { kind: "email", value: email };
  return phoneCipher && { kind: "phone", value: decryptField(phoneCipher) };
}

async function sendWay(work: Work, { accountId, to }: Found): Promise<void> {
  if (to.kind === "phone") {
    // While a pause lasts no code goes out; the page says the same.
    await issueCode(work, { holderId: accountId, purpose: "sign_in", channel: "sms", destination: to.value });
    return;
  }
  const id = work.newId<"email-token">();
  await insertResetLink(work.tx, {
    id,
    accountId,
    createdAt: work.now,
    expiresAt: resetLinkExpiry(work.now),
  });
  await work.publish(resetLinkWanted({ tokenId: id, purpose: "reset_password" }));
}
