import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { blindIndex, decryptField, encryptField } from "#platform/db/field-encryption.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { InstitutionCode, PayoutAccountStatus, RepairReason } from "../types.ts";

type Number = { readonly institution: InstitutionCode; readonly number: string };

/**
 * The state of the membership; null before someone is a recipient. "share" keeps it as it is until this transaction
 * ends; "update" lets one command of this person at a time go on.
 */
export async function lockMembershipState(
  tx: Transaction,
  participantId: ParticipantId,
  strength: "share" | "update",
): Promise<"active" | "completed" | "revoked" | null> {
  const rows =
    strength === "share"
      ? await tx.$queryRaw<State[]>`
          SELECT status::text FROM membership WHERE participant_id = ${participantId}::uuid FOR SHARE`
      : await tx.$queryRaw<State[]>`
          SELECT status::text FROM membership WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  return rows[0]?.status ?? null;
}

type State = { readonly status: "active" | "completed" | "revoked" };

/** The account's state, locked: while it is, no payment into it can begin. */
export async function lockPayoutAccount(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<PayoutAccountStatus | null> {
  const rows = await tx.$queryRaw<{ readonly status: PayoutAccountStatus }[]>`
    SELECT status::text FROM payout_account WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  return rows[0]?.status ?? null;
}

/** Whether the number serves another person. Two people who give one number at once wait for each other here. */
export async function isNumberTaken(
  tx: Transaction,
  { institution, number }: Number,
  except: ParticipantId,
): Promise<boolean> {
  const numberIndex = blindIndex("payout-account", number);
  const name = `${institution}:${Buffer.from(numberIndex).toString("hex")}`;
  await takeTurn(tx, name);
  const row = await tx.payoutAccount.findUnique({
    where: { institution_numberIndex: { institution, numberIndex } },
    select: { participantId: true },
  });
  return row !== null && row.participantId !== except;
}

/** Whether an e-money number is the phone number that the person registered with. */
export async function isOwnPhone(
  tx: Transaction,
  participantId: ParticipantId,
  number: string,
): Promise<boolean> {
  const row = await tx.registration.findUnique({
    where: { participantId },
    select: { phoneIndex: true },
  });
  const phone = `+62${number.replace(/^(62|0)/, "")}`;
  return row?.phoneIndex !== undefined && row.phoneIndex !== null
    ? Buffer.from(row.phoneIndex).equals(blindIndex("phone", phone))
    : false;
}

/** Writes the account down as the person's only one, not yet checked. */
export async function savePayoutAccount(
  tx: Transaction,
  participantId: ParticipantId,
  { institution, number }: Number,
  now: Date,
): Promise<void> {
  const account = {
    institution,
    numberCipher: encryptField(number),
    numberIndex: blindIndex("payout-account", number),
    numberTail: number.slice(-4),
    status: "checking",
    createdAt: now,
  } as const;
  await tx.payoutAccount.upsert({
    where: { participantId },
    create: { participantId, ...account },
    update: { ...account, holderName: null, reason: null, checkedAt: null },
  });
}

/** The account that waits for its check, with its whole number; null when there is none. */
export async function findAccountToCheck(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<{ readonly institution: string; readonly number: string } | null> {
  const row = await tx.payoutAccount.findFirst({
    where: { participantId, status: "checking" },
    select: { institution: true, numberCipher: true },
  });
  return row && { institution: row.institution, number: decryptField(row.numberCipher) };
}

/** People whose account has waited for its check since before this moment. */
export async function findLongUnchecked(
  tx: Transaction,
  before: Date,
  limit: number,
): Promise<ParticipantId[]> {
  const rows = await tx.payoutAccount.findMany({
    where: { status: "checking", createdAt: { lt: before } },
    select: { participantId: true },
    orderBy: { createdAt: "asc" },
    take: limit,
  });
  return rows.map((row) => row.participantId as ParticipantId);
}

type Verdict = {
  readonly participantId: ParticipantId;
  readonly checked: { readonly institution: string; readonly number: string };
  readonly reason: RepairReason | null;
  readonly holderName: string | null;
};

/** Writes the verdict down, if the account is still the one that was checked. Says whether it was. */
export async function saveVerdict(tx: Transaction, verdict: Verdict, now: Date): Promise<boolean> {
  const { count } = await tx.payoutAccount.updateMany({
    where: {
      participantId: verdict.participantId,
      status: "checking",
      institution: verdict.checked.institution,
      numberIndex: blindIndex("payout-account", verdict.checked.number),
    },
    data: {
      status: verdict.reason ? "refused" : "verified",
      reason: verdict.reason,
      holderName: verdict.holderName,
      checkedAt: now,
    },
  });
  return count === 1;
}
