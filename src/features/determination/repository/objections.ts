import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { ObjectionFacts, ObjectionOutcome } from "../types.ts";

export async function findObjectionFacts(
  tx: Transaction,
  participantId: ParticipantId,
  waveId: string,
): Promise<ObjectionFacts | null> {
  const entry = await tx.waveEntry.findUnique({
    where: { participantId_waveId: { participantId, waveId } },
    select: { status: true, wave: { select: { status: true, publishedAt: true } } },
  });
  if (!entry) return null;
  const filed = await tx.waveObjection.count({ where: { participantId, waveId } });
  return {
    publishedAt: entry.wave.publishedAt,
    isSelected: entry.status === "selected",
    isFiled: filed > 0,
  };
}

/** Says whether it is new; of two at once only one is. */
export async function insertObjection(
  tx: Transaction,
  objection: {
    readonly participantId: ParticipantId;
    readonly waveId: string;
    readonly text: string;
    readonly filedAt: Date;
  },
): Promise<boolean> {
  const { count } = await tx.waveObjection.createMany({ data: [objection], skipDuplicates: true });
  return count === 1;
}

export async function lockObjection(
  tx: Transaction,
  participantId: string,
  waveId: string,
): Promise<{ readonly isAnswered: boolean; readonly excludedBy: string | null } | null> {
  await tx.$queryRaw`SELECT 1 FROM wave_objection
    WHERE participant_id = ${participantId}::uuid AND wave_id = ${waveId}::uuid FOR UPDATE`;
  const key = { participantId_waveId: { participantId, waveId } };
  const row = await tx.waveObjection.findUnique({ where: key, select: { answeredAt: true } });
  if (!row) return null;
  const exclusion = await tx.waveExclusion.findUnique({
    where: { waveId_participantId: { participantId, waveId } },
    select: { excludedBy: true },
  });
  return { isAnswered: row.answeredAt !== null, excludedBy: exclusion?.excludedBy ?? null };
}

export async function answerObjectionRow(
  tx: Transaction,
  key: { readonly participantId: string; readonly waveId: string },
  answer: {
    readonly outcome: ObjectionOutcome;
    readonly answer: string;
    readonly answeredBy: string;
    readonly answeredAt: Date;
  },
): Promise<void> {
  await tx.waveObjection.update({ where: { participantId_waveId: key }, data: answer });
}
