import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { Determination, WaveState } from "./types.ts";

/** When and by which decree a person became a recipient; null for everybody else. */
export async function findDetermination(participantId: ParticipantId): Promise<Determination | null> {
  const row = await database().determination.findUnique({ where: { participantId } });
  if (!row) return null;
  const wave = await database().wave.findUniqueOrThrow({
    where: { id: row.waveId },
    select: { number: true },
  });
  const { waveId, decreeNumber, determinedAt } = row;
  return { waveId, waveNumber: wave.number, decreeNumber, determinedAt };
}

/** Where a person stands with the waves. A result is told from its publication on and never before. */
export async function findWaveState(participantId: ParticipantId): Promise<WaveState> {
  const determination = await findDetermination(participantId);
  if (determination) {
    const { waveNumber, decreeNumber, determinedAt } = determination;
    return { stage: "selected", waveNumber, decreeNumber, determinedAt };
  }
  const entry = await database().waveEntry.findFirst({
    where: { participantId },
    orderBy: { joinedAt: "desc" },
    select: { joinedAt: true, reason: true, wave: true },
  });
  if (!entry) return { stage: "none" };
  const { number: waveNumber, status, closesAt, publishedAt } = entry.wave;
  const { joinedAt } = entry;
  if (status === "published" || status === "archived") {
    const reason = entry.reason ?? "entry-quota-full";
    return { stage: "not-selected", waveNumber, reason, publishedAt: publishedAt ?? closesAt };
  }
  return status === "open"
    ? { stage: "waiting-for-close", waveNumber, joinedAt, closesAt }
    : { stage: "in-selection", waveNumber, joinedAt };
}
