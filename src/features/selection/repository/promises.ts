import type { Transaction } from "#platform/db/client.ts";
import type { CeremonyFacts, DrawParty, DrawPromise } from "../types/ceremony.ts";

export type LockedCeremony = CeremonyFacts & { readonly root: Uint8Array<ArrayBuffer> };

/** A wave's list with what was promised and shown, held still; null when there is no such list. */
export async function lockCeremony(tx: Transaction, waveId: string): Promise<LockedCeremony | null> {
  await tx.$queryRaw`SELECT 1 FROM draw_list WHERE wave_id = ${waveId}::uuid FOR UPDATE`;
  const list = await tx.drawList.findUnique({ where: { waveId }, select: { root: true } });
  const wave = await tx.wave.findUnique({ where: { id: waveId }, select: { number: true, status: true } });
  if (!list || !wave) return null;
  const promised = await tx.drawCommitment.findMany({ where: { waveId }, omit: { waveId: true } });
  const shown = await tx.drawReveal.findMany({ where: { waveId }, select: { party: true } });
  return { ...wave, ...list, promised, shown: shown.map(({ party }) => party) };
}

export async function insertPromise(
  tx: Transaction,
  promise: DrawPromise & { readonly waveId: string },
): Promise<void> {
  await tx.drawCommitment.create({ data: promise });
}

/** `revealedBy` null: the rule gave the value. */
export async function insertValue(
  tx: Transaction,
  shown: {
    readonly waveId: string;
    readonly party: DrawParty;
    readonly value: Uint8Array<ArrayBuffer>;
    readonly revealedBy: string | null;
    readonly revealedAt: Date;
  },
): Promise<void> {
  await tx.drawReveal.create({ data: { ...shown, isFallback: shown.revealedBy === null } });
}

/** Waves whose public moment has come and for which a value is missing. */
export async function findWavesWaiting(tx: Transaction, now: Date): Promise<readonly string[]> {
  const rows = await tx.$queryRaw<{ wave_id: string }[]>`
    SELECT c.wave_id FROM draw_commitment c
    WHERE c.party = 'public' AND c.known_at <= ${now}
      AND (SELECT count(*) FROM draw_reveal r WHERE r.wave_id = c.wave_id) < 3
    ORDER BY c.known_at LIMIT 20`;
  return rows.map((row) => row.wave_id);
}
