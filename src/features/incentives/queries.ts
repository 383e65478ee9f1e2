import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { labelOf, nextStepOf } from "./policy.ts";
import type {
  IncentiveOverview,
  IncentivePaymentId,
  IncentiveView,
  InstitutionCode,
  PayoutAccount,
  RepairReason,
} from "./types.ts";

/** The person's payout account; null when none is linked. */
export async function findPayoutAccount(participantId: ParticipantId): Promise<PayoutAccount | null> {
  const row = await database().payoutAccount.findUnique({
    where: { participantId },
    select: {
      institution: true,
      numberTail: true,
      holderName: true,
      status: true,
      reason: true,
      createdAt: true,
      checkedAt: true,
    },
  });
  // Both columns are only ever written from the closed lists that their types name.
  return (
    row && {
      institution: row.institution as InstitutionCode,
      numberTail: row.numberTail,
      holderName: row.holderName,
      status: row.status,
      reason: row.reason as RepairReason | null,
      linkedAt: row.createdAt,
      checkedAt: row.checkedAt,
    }
  );
}

/** All payments of a person in the order of their days (seven at most), and their sums in rupiah. */
export async function findIncentives(participantId: ParticipantId): Promise<IncentiveOverview> {
  const [account, rows] = await Promise.all([
    findPayoutAccount(participantId),
    database().incentivePayment.findMany({
      where: { participantId },
      select: {
        id: true,
        kind: true,
        sequence: true,
        amount: true,
        scheduledFor: true,
        paidAt: true,
        status: true,
        reason: true,
      },
      orderBy: [{ scheduledFor: "asc" }, { kind: "asc" }, { sequence: "asc" }],
    }),
  ]);
  const sum = (statuses: readonly string[]) =>
    rows.reduce((total, row) => (statuses.includes(row.status) ? total + row.amount : total), 0n);
  const payments = rows.map(
    ({ id, status, reason, ...row }): IncentiveView => ({
      ...row,
      id: id as IncentivePaymentId,
      label: labelOf(status, account?.status === "verified"),
      reason: reason as RepairReason | null,
    }),
  );
  return {
    account,
    payments,
    received: sum(["paid"]),
    toCome: sum(["scheduled", "processing", "held"]),
    nextStep: nextStepOf(payments, account),
  };
}
