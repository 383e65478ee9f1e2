import { findSubmittedAt } from "#features/registration/queries.ts";
import type { Day } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { isInForce } from "./policy/entries.ts";
import { keptAnswers } from "./schema.ts";
import {
  type KeptAnswer,
  type RegisterFacts,
  type RegisterProgress,
  registers,
  reviewDueAt,
  reviewReasons,
  type Verification,
  verificationReasons,
} from "./types.ts";

/** The check of this person's registration; null before it was sent. One that was just sent (again) is being checked. */
export async function findVerification(participantId: ParticipantId): Promise<Verification | null> {
  const row = await database().verification.findUnique({
    where: { participantId },
    select: {
      status: true,
      reason: true,
      attempts: true,
      requestedAt: true,
      checkedAt: true,
      answer: true,
    },
  });
  const submittedAt = await findSubmittedAt(participantId);
  const nothingYet = { reason: null, reviewReason: null, checkedAt: null, reviewDueAt: null, bar: null };
  if (submittedAt && (!row || row.requestedAt < submittedAt))
    return { ...nothingYet, status: "checking", attempts: 0, requestedAt: submittedAt };
  if (!row) return null;
  const { answer, ...check } = row;
  const reason = verificationReasons.find((code) => code === row.reason) ?? null;
  return {
    ...check,
    reason,
    reviewReason: reviewReasons.find((code) => code === row.reason) ?? null,
    reviewDueAt: row.status === "in_review" ? reviewDueAt(row.checkedAt ?? row.requestedAt) : null,
    bar: reason === "verification-blacklisted" ? barIn(answer) : null,
  };
}

function barIn(answer: unknown): Verification["bar"] {
  const entry = keptAnswers.safeParse(answer).data?.blacklist.entry;
  return entry ? { kind: entry.kind, until: entry.until as Day | null } : null;
}

export async function isVerified(participantId: ParticipantId): Promise<boolean> {
  return (await database().verification.count({ where: { participantId, status: "verified" } })) > 0;
}

/** What every register was asked and said, in their order: agreement and entries, never the data. */
export async function findRegisterAnswers(participantId: ParticipantId): Promise<readonly KeptAnswer[]> {
  const rows = await database().registerAnswer.findMany({ where: { participantId } });
  const rowOf = new Map(rows.map((row) => [row.register, row]));
  return registers.flatMap((register) => {
    const row = rowOf.get(register);
    if (!row) return [];
    const { attempts, askedAt, answeredAt, expiresAt } = row;
    const answer = keptAnswers.shape[register].safeParse(row.answer).data ?? null;
    return { register, attempts, askedAt, answeredAt, expiresAt, answer } as KeptAnswer;
  });
}

/** Which registers have answered, for the person who waits. */
export async function findRegisterProgress(
  participantId: ParticipantId,
): Promise<readonly RegisterProgress[]> {
  const rows = await database().registerAnswer.findMany({
    where: { participantId, status: "answered" },
    select: { register: true },
  });
  const answered = new Set(rows.map(({ register }) => register));
  return registers.map((register) => ({ register, isAnswered: answered.has(register) }));
}

type Row = { participant_id: string; register: string; since: string; until: string | null };

/**
 * What the lists hold of these people on a day; who is not in the answer is on no list. What a member of the staff
 * decided outweighs what the registers had said until then, but for aid and priority, which nobody decides on.
 */
export async function findRegisterFacts(
  participantIds: readonly ParticipantId[],
  day: Day,
  db: Transaction = database(),
): Promise<ReadonlyMap<ParticipantId, RegisterFacts>> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT a.participant_id, a.register::text, a.answer->'entry'->>'since' AS since, a.answer->'entry'->>'until' AS until
    FROM register_answer a JOIN verification v ON v.participant_id = a.participant_id
    WHERE a.participant_id = ANY(${[...participantIds]}::uuid[]) AND jsonb_typeof(a.answer->'entry') = 'object'
      AND (a.register IN ('social_aid', 'priority') OR v.status <> 'verified'
        OR v.reviewed_at IS NULL OR a.answered_at > v.reviewed_at)`;
  const listed = new Map<ParticipantId, Set<string>>();
  for (const row of rows.filter((entry) => isInForce(entry, day))) {
    const participantId = row.participant_id as ParticipantId;
    listed.set(participantId, (listed.get(participantId) ?? new Set()).add(row.register));
  }
  return new Map([...listed].map(([participantId, on]) => [participantId, factsOf(participantId, on)]));
}

function factsOf(participantId: ParticipantId, on: ReadonlySet<string>): RegisterFacts {
  return {
    participantId,
    receivesAid: on.has("social_aid"),
    priority: on.has("priority"),
    inEducation: on.has("education"),
    excludedOccupation: on.has("occupation"),
    blacklisted: on.has("blacklist"),
  };
}
