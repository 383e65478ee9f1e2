import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { stateOf } from "./policy.ts";
import type { ReadableRound } from "./types.ts";

const fields = { number: true, opensAt: true, closesAt: true, submittedAt: true } as const;

/** The person's surveys in their order: at most three. */
export async function findRounds(participantId: ParticipantId, now: Date): Promise<readonly ReadableRound[]> {
  const rounds = await database().surveyRound.findMany({
    where: { participantId },
    select: fields,
    orderBy: { number: "asc" },
  });
  return rounds.map((round) => ({ ...round, state: stateOf(round, now) }));
}

export async function findRound(
  participantId: ParticipantId,
  number: number,
  now: Date,
): Promise<ReadableRound | null> {
  const round = await database().surveyRound.findUnique({
    where: { participantId_number: { participantId, number } },
    select: fields,
  });
  return round && { ...round, state: stateOf(round, now) };
}
