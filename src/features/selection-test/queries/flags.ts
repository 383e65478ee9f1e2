import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { flagEvidence } from "../schema.ts";
import type { TestFlag, TestFlagVerdict } from "../types/flags.ts";
import type { TestAttemptId } from "../types.ts";

const PER_PAGE = 20;

type FlagRow = {
  readonly id: string;
  readonly attemptId: string;
  readonly evidence: unknown;
  readonly raisedAt: Date;
  readonly judgedAt: Date | null;
  readonly judgedBy: string | null;
  readonly verdict: TestFlagVerdict | null;
  readonly note: string | null;
  readonly attempt: { readonly participantId: string };
};

const attempt = { select: { participantId: true } } as const;

function flagOf(row: FlagRow): TestFlag {
  const { judgedAt, judgedBy, verdict, note } = row;
  return {
    id: row.id,
    attemptId: row.attemptId as TestAttemptId,
    participantId: row.attempt.participantId as ParticipantId,
    evidence: flagEvidence.parse(row.evidence),
    raisedAt: row.raisedAt,
    judged:
      judgedAt && judgedBy && verdict && note !== null ? { at: judgedAt, by: judgedBy, verdict, note } : null,
  };
}

/** Flags that wait for a person, the oldest first, by keyset; the cursor is the id of the last one. */
export async function findOpenFlags(
  after?: string,
): Promise<{ readonly rows: readonly TestFlag[]; readonly next: string | null }> {
  const last = after ? await database().testFlag.findUnique({ where: { id: after } }) : null;
  const later = last && [
    { raisedAt: { gt: last.raisedAt } },
    { raisedAt: last.raisedAt, id: { gt: last.id } },
  ];
  const rows = await database().testFlag.findMany({
    where: { judgedAt: null, ...(later ? { OR: later } : {}) },
    orderBy: [{ raisedAt: "asc" }, { id: "asc" }],
    take: PER_PAGE + 1,
    include: { attempt },
  });
  const shown = rows.slice(0, PER_PAGE).map(flagOf);
  return { rows: shown, next: rows.length > PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** One flag, judged or not. */
export async function findFlag(id: string): Promise<TestFlag | null> {
  const row = await database().testFlag.findUnique({ where: { id }, include: { attempt } });
  return row && flagOf(row);
}

/** The person of another attempt that evidence names; null when they had their data erased. */
export async function findPersonOfAttempt(attemptId: string): Promise<ParticipantId | null> {
  const row = await database().testAttempt.findUnique({
    where: { id: attemptId },
    select: { participantId: true },
  });
  return row && (row.participantId as ParticipantId);
}
