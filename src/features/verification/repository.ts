import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { keptAnswers } from "./schema.ts";
import type {
  Register,
  RegisterAnswers,
  ReviewReason,
  VerificationReason,
  VerificationStatus,
} from "./types.ts";

/**
 * Begins the check of a registration sent at this moment; a check that is under way, or done, for it stays as it is.
 * The first attempt is due at once.
 */
export async function openVerification(
  tx: Transaction,
  participantId: ParticipantId,
  submittedAt: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO verification (participant_id, status, attempts, requested_at, next_attempt_at)
    VALUES (${participantId}::uuid, 'checking', 0, ${submittedAt}, ${submittedAt})
    ON CONFLICT (participant_id) DO UPDATE
    SET status = 'checking', attempts = 0, requested_at = excluded.requested_at,
        next_attempt_at = excluded.next_attempt_at, reason = NULL, checked_at = NULL, reviewed_at = NULL, answer = NULL
    WHERE verification.requested_at < excluded.requested_at`;
}

/** The check of this person, locked; null when it is not under way. */
export async function lockCheck(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<{
  readonly attempts: number;
  readonly requestedAt: Date;
  readonly nextAttemptAt: Date | null;
} | null> {
  await tx.$queryRaw`SELECT 1 FROM verification WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  return tx.verification.findFirst({
    where: { participantId, status: "checking" },
    select: { attempts: true, requestedAt: true, nextAttemptAt: true },
  });
}

/** Begins a round of asking, or says when the next one is due. */
export async function scheduleRound(
  tx: Transaction,
  participantId: ParticipantId,
  round: { readonly begins: boolean; readonly nextAttemptAt: Date },
): Promise<void> {
  const attempts = { increment: round.begins ? 1 : 0 };
  await tx.verification.update({
    where: { participantId },
    data: { attempts, nextAttemptAt: round.nextAttemptAt },
  });
}

/** The questions to the registers, with what was answered. */
export async function findQuestions(tx: Transaction, participantId: ParticipantId) {
  const rows = await tx.registerAnswer.findMany({ where: { participantId } });
  return rows.map(({ inputFingerprint, ...row }) => ({ ...row, fingerprint: hex(inputFingerprint) }));
}

type Asked = {
  readonly register: Register;
  readonly fingerprint: string;
  readonly attempt: number;
  readonly nextAttemptAt: Date;
};

/** Writes down that these registers are asked now; an older answer of theirs is gone. */
export async function markAsked(
  tx: Transaction,
  participantId: ParticipantId,
  questions: readonly Asked[],
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO register_answer
      (participant_id, register, status, input_fingerprint, attempts, asked_at, next_attempt_at)
    SELECT ${participantId}::uuid, register::register, 'waiting', decode(fingerprint, 'hex'), attempt, ${now}, due
    FROM unnest(
      ${questions.map(({ register }) => register)}::text[],
      ${questions.map(({ fingerprint }) => fingerprint)}::text[],
      ${questions.map(({ attempt }) => attempt)}::int[],
      ${questions.map(({ nextAttemptAt }) => nextAttemptAt)}::timestamptz[]
    ) AS question (register, fingerprint, attempt, due)
    ON CONFLICT (participant_id, register) DO UPDATE
    SET status = 'waiting', input_fingerprint = excluded.input_fingerprint, attempts = excluded.attempts,
        asked_at = excluded.asked_at, next_attempt_at = excluded.next_attempt_at,
        answer = NULL, answered_at = NULL, expires_at = NULL`;
}

/** Keeps the answer to a question that still waits for it; an answer to another question is dropped. */
export async function keepAnswer(
  tx: Transaction,
  participantId: ParticipantId,
  question: { readonly register: Register; readonly fingerprint: string },
  kept: {
    readonly answer: RegisterAnswers[Register];
    readonly answeredAt: Date;
    readonly expiresAt: Date;
  },
): Promise<void> {
  const inputFingerprint = new Uint8Array(Buffer.from(question.fingerprint, "hex"));
  await tx.registerAnswer.updateMany({
    where: { participantId, register: question.register, status: "waiting", inputFingerprint },
    data: { ...kept, status: "answered", nextAttemptAt: null },
  });
}

/** What all registers said; null while one of them has not answered. */
export async function findAllAnswers(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<RegisterAnswers | null> {
  const rows = await tx.registerAnswer.findMany({
    where: { participantId, status: "answered" },
    select: { register: true, answer: true },
  });
  const all = Object.fromEntries(rows.map(({ register, answer }) => [register, answer]));
  return keptAnswers.safeParse(all).data ?? null;
}

/** Whether the machine read another NIK on the photo of the KTP than was typed. */
export async function hasOtherNikOnPhoto(tx: Transaction, participantId: ParticipantId): Promise<boolean> {
  const where = { participantId, kind: "id_card", replacedAt: null } as const;
  return (
    (await tx.idDocument.count({ where: { ...where, reading: { path: ["nik"], equals: "differs" } } })) > 0
  );
}

/** Ends the check, or hands it on to a member of the staff. */
export async function finishVerification(
  tx: Transaction,
  participantId: ParticipantId,
  result: {
    readonly status: Exclude<VerificationStatus, "checking">;
    readonly reason: VerificationReason | ReviewReason | null;
    readonly answer: RegisterAnswers;
    readonly checkedAt: Date;
  },
): Promise<void> {
  await tx.verification.update({ where: { participantId }, data: { ...result, nextAttemptAt: null } });
}

/** The status of a check that a member of the staff may settle, locked; null when there is none. */
export async function lockSettled(
  tx: Transaction,
  participantId: ParticipantId,
): Promise<"in_review" | "refused" | null> {
  await tx.$queryRaw`SELECT 1 FROM verification WHERE participant_id = ${participantId}::uuid FOR UPDATE`;
  const row = await tx.verification.findUnique({ where: { participantId }, select: { status: true } });
  return row?.status === "in_review" || row?.status === "refused" ? row.status : null;
}

export async function settleReview(
  tx: Transaction,
  participantId: ParticipantId,
  settled: {
    readonly status: "verified" | "refused";
    readonly reason: VerificationReason | null;
    readonly reviewedAt: Date;
  },
): Promise<void> {
  await tx.verification.update({ where: { participantId }, data: settled });
}

/** People whose next attempt is due, the longest waiting first. */
export async function findDueChecks(tx: Transaction, now: Date, limit: number): Promise<ParticipantId[]> {
  const rows = await tx.verification.findMany({
    where: { status: "checking", nextAttemptAt: { lte: now } },
    select: { participantId: true },
    orderBy: { nextAttemptAt: "asc" },
    take: limit,
  });
  return rows.map(({ participantId }) => participantId as ParticipantId);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("hex");
}
