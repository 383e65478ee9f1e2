import type { WaveStatus } from "#features/waves/types.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { ExclusionReason } from "../types.ts";

/** What decides on taking a person out; the wave stays as it is until the transaction ends. */
export async function lockExclusionFacts(tx: Transaction, waveId: string, participantId: string) {
  const [wave] = await tx.$queryRaw<{ status: WaveStatus }[]>`
    SELECT status::text AS status FROM wave WHERE id = ${waveId}::uuid FOR SHARE`;
  const key = { waveId, participantId };
  const [joined, excluded] = [
    await tx.waveEntry.count({ where: key }),
    await tx.waveExclusion.count({ where: key }),
  ];
  return { status: wave?.status ?? null, hasJoined: joined > 0, isExcluded: excluded > 0 };
}

export async function insertExclusion(
  tx: Transaction,
  exclusion: {
    readonly waveId: string;
    readonly participantId: string;
    readonly reason: ExclusionReason;
    readonly note: string;
    readonly excludedBy: string;
    readonly excludedAt: Date;
  },
): Promise<void> {
  await tx.waveExclusion.create({ data: exclusion });
}
