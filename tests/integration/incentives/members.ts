import { randomUUID } from "node:crypto";
import { system } from "#authorization/actor.ts";
import type { InstitutionCode } from "#features/incentives/types.ts";
import { checkPayoutAccountReaction } from "#features/incentives/use-cases/check-payout-account.ts";
import { linkPayoutAccount } from "#features/incentives/use-cases/link-payout-account.ts";
import { startMembershipReaction } from "#features/membership/use-cases/start-membership.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { committedOf } from "#ledger/funds.ts";
import { post } from "#ledger/post.ts";
import { database } from "#platform/db/client.ts";
import { blindIndex, encryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { aRecipient, recipients } from "../../support/people.ts";

let wave = 950;
let serial = 0;

/** A recipient whose membership is active. */
export async function aMember(now: Date): Promise<ParticipantId> {
  const participantId = await aRecipient(now);
  await startMembershipReaction({ participantId });
  return participantId;
}

/** Several, of one wave. */
export async function members(count: number, now: Date): Promise<ParticipantId[]> {
  wave += 1;
  const people = await recipients(now, count, wave);
  for (const participantId of people) await startMembershipReaction({ participantId });
  return people;
}

/** A number that nobody has yet, ending as the bank's simulator needs it. */
export function aNumber(ending = "55"): string {
  serial += 1;
  return `70${String(serial).padStart(6, "0")}${ending}`;
}

export function link(
  participantId: ParticipantId,
  number: string,
  now: Date,
  institution: InstitutionCode = "bank-nusa",
) {
  return inOneTransaction(
    { role: "participant", participantId },
    (work) => linkPayoutAccount(work, { institution, number }),
    { now },
  );
}

/** Linked, and the bank was asked. */
export async function linkAndCheck(participantId: ParticipantId, number: string, now: Date): Promise<void> {
  const linked = await link(participantId, number, now);
  if (!linked.ok) throw new Error(linked.refusal.code);
  await checkPayoutAccountReaction({ participantId });
}

/** A verified account without a word to the bank, for tests of payments. */
export async function insertVerifiedAccount(
  participantId: ParticipantId,
  number: string,
  now: Date,
): Promise<void> {
  await database().payoutAccount.create({
    data: {
      participantId,
      institution: "bank-nusa",
      numberCipher: encryptField(number),
      numberIndex: blindIndex("payout-account", number),
      numberTail: number.slice(-4),
      holderName: "Sari Simulasi",
      status: "verified",
      createdAt: now,
      checkedAt: now,
    },
  });
}

/** A payment that is promised in the books and due on this day. */
export async function owe(
  participantId: ParticipantId,
  scheduledFor: Date,
  sequence = 1,
  amount = 600_000n,
): Promise<string> {
  const id = randomUUID();
  await database().incentivePayment.create({
    data: {
      ...{ id, participantId, sequence, amount, scheduledFor },
      kind: "job_search",
      status: "scheduled",
      createdAt: scheduledFor,
    },
  });
  const posted = await inOneTransaction(
    system,
    async (work) => {
      const { waveId } = await work.tx.determination.findUniqueOrThrow({ where: { participantId } });
      const lines = [
        { account: committedOf(waveId), amount: -amount },
        { account: { kind: "incentive_payable", owner: participantId }, amount },
      ] as const;
      const result = await post(work, { key: `incentive:${id}`, kind: "incentive", waveId, lines });
      return result.ok ? ok() : result;
    },
    { now: scheduledFor },
  );
  if (!posted.ok) throw new Error(posted.refusal.code);
  return id;
}
