import type { ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { type Exclusion, exclusionReasons } from "../types.ts";

const SHOWN = 50;

type Row = Omit<Exclusion, "participantId" | "reason"> & {
  readonly participantId: string;
  readonly reason: string;
};

/** Who was taken out of a wave, by whom and why: the latest fifty, and how many there are. */
export async function findExclusions(
  waveId: string,
): Promise<{ readonly count: number; readonly rows: readonly Exclusion[] }> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT x.participant_id AS "participantId", x.reason, x.note, a.display_name AS "excludedBy", x.excluded_at AS "excludedAt"
    FROM wave_exclusion x JOIN account a ON a.id = x.excluded_by
    WHERE x.wave_id = ${waveId}::uuid ORDER BY x.excluded_at DESC, x.participant_id LIMIT ${SHOWN}`;
  return { count: await database().waveExclusion.count({ where: { waveId } }), rows: rows.flatMap(read) };
}

/** How and why one person was taken out; null when they were not. */
export async function findExclusion(
  tx: Transaction,
  waveId: string,
  participantId: string,
): Promise<Exclusion | null> {
  const rows = await tx.$queryRaw<Row[]>`
    SELECT x.participant_id AS "participantId", x.reason, x.note, a.display_name AS "excludedBy", x.excluded_at AS "excludedAt"
    FROM wave_exclusion x JOIN account a ON a.id = x.excluded_by
    WHERE x.wave_id = ${waveId}::uuid AND x.participant_id = ${participantId}::uuid`;
  return rows.flatMap(read)[0] ?? null;
}

function read(row: Row): Exclusion[] {
  const reason = exclusionReasons.find((code) => code === row.reason);
  return reason ? [{ ...row, reason, participantId: row.participantId as ParticipantId }] : [];
}
