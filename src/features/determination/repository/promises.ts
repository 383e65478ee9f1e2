import type { Transaction } from "#platform/db/client.ts";
import { schemeParametersOf } from "../schema.ts";

/** What decides what a wave's places cost. Throws on a wave that was never opened. */
export async function findPlaceTerms(tx: Transaction, waveId: string) {
  const { schemeCode, quota, parameters } = await tx.wave.findUniqueOrThrow({
    where: { id: waveId },
    select: { schemeCode: true, quota: true, parameters: true },
  });
  return { schemeCode, quota, terms: schemeParametersOf(parameters) };
}

/** The wave that a person became a recipient in; null: of none. */
export async function findWaveOf(tx: Transaction, participantId: string): Promise<string | null> {
  const row = await tx.determination.findUnique({ where: { participantId }, select: { waveId: true } });
  return row?.waveId ?? null;
}
