import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type {
  IncentiveKind,
  IncentivePaymentId,
  IncentiveStatus,
  PlannedPayment,
  RepairReason,
} from "../types.ts";

/** When the certificate was issued; null when there is no such certificate of this person. */
export async function findCertificateDate(
  tx: Transaction,
  participantId: ParticipantId,
  certificateId: string,
): Promise<Date | null> {
  const row = await tx.certificate.findFirst({
    where: { id: certificateId, participantId },
    select: { issuedAt: true },
  });
  return row?.issuedAt ?? null;
}

/** When the survey was answered; null when it was not. */
export async function findSurveyAnswerDate(
  tx: Transaction,
  participantId: ParticipantId,
  number: number,
): Promise<Date | null> {
  const row = await tx.surveyRound.findUnique({
    where: { participantId_number: { participantId, number } },
    select: { submittedAt: true },
  });
  return row?.submittedAt ?? null;
}

export async function hasPayment(
  tx: Transaction,
  participantId: ParticipantId,
  kind: IncentiveKind,
  sequence?: number,
): Promise<boolean> {
  const row = await tx.incentivePayment.findFirst({
    where: { participantId, kind, sequence },
    select: { id: true },
  });
  return row !== null;
}

export async function insertPayment(
  tx: Transaction,
  payment: PlannedPayment & {
    readonly id: IncentivePaymentId;
    readonly participantId: ParticipantId;
    readonly createdAt: Date;
  },
): Promise<void> {
  await tx.incentivePayment.create({ data: { ...payment, status: "scheduled" } });
}

/** Whether an order of this person is with the partner, or may be. */
export async function hasPaymentUnderWay(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const row = await tx.incentivePayment.findFirst({
    where: { participantId, status: "processing" },
    select: { id: true },
  });
  return row !== null;
}

/** Gives every held payment of this person another chance. Says how many there were. */
export async function releaseHeldPayments(tx: Transaction, participantId: ParticipantId): Promise<number> {
  const { count } = await tx.incentivePayment.updateMany({
    where: { participantId, status: "held" },
    data: { status: "scheduled", reason: null },
  });
  return count;
}

/** The person's own payment, locked. */
export async function lockOwnPayment(
  tx: Transaction,
  participantId: ParticipantId,
  id: string,
): Promise<IncentiveStatus | null> {
  const rows = await tx.$queryRaw<{ readonly status: IncentiveStatus }[]>`
    SELECT status::text FROM incentive_payment
    WHERE id = ${id}::uuid AND participant_id = ${participantId}::uuid FOR UPDATE`;
  return rows[0]?.status ?? null;
}

export async function releasePayment(tx: Transaction, id: string): Promise<void> {
  await tx.incentivePayment.update({ where: { id }, data: { status: "scheduled", reason: null } });
}

export type PaymentToCancel = { readonly id: IncentivePaymentId; readonly amount: bigint };

/** The payments of this person that no partner was asked for, locked. */
export async function lockUnsentPayments(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<PaymentToCancel[]> {
  return tx.$queryRaw<PaymentToCancel[]>`
    SELECT id, amount FROM incentive_payment
    WHERE participant_id = ${participantId}::uuid AND status IN ('scheduled', 'held')
    ORDER BY id FOR UPDATE`;
}

export async function markCancelled(tx: Transaction, ids: readonly IncentivePaymentId[]): Promise<void> {
  await tx.incentivePayment.updateMany({
    where: { id: { in: [...ids] } },
    data: { status: "cancelled", nextAttemptAt: null },
  });
}

export async function markHeld(tx: Transaction, id: IncentivePaymentId, reason: RepairReason): Promise<void> {
  await tx.incentivePayment.update({
    where: { id },
    data: { status: "held", reason, nextAttemptAt: null },
  });
}

/** The wave whose money a recipient's incentives are. Throws on somebody who is no recipient. */
export async function findWaveOf(tx: Transaction, participantId: ParticipantId): Promise<string> {
  const { waveId } = await tx.determination.findUniqueOrThrow({
    where: { participantId },
    select: { waveId: true },
  });
  return waveId;
}
