import type { Transaction } from "#platform/db/client.ts";
import type { PlanFacts, Quotas, WaveId, WavePlan } from "../types.ts";

/** What decides on a plan; `self` is the wave that is written anew. */
export async function findPlanFacts(
  tx: Transaction,
  plan: WavePlan,
  self: WaveId | null,
): Promise<PlanFacts> {
  const taken = await tx.wave.findUnique({ where: { number: plan.number }, select: { id: true } });
  const scheme = await tx.scheme.findUnique({ where: { code: plan.schemeCode }, select: { code: true } });
  const codes = [...plan.provinces.keys()];
  const known = await tx.area.findMany({ where: { level: 1, code: { in: codes } }, select: { code: true } });
  return {
    numberIsTaken: taken !== null && taken.id !== self,
    schemeExists: scheme !== null,
    unknownProvince: codes.find((code) => !known.some((area) => area.code === code)) ?? null,
    freePlaces: await countFreePlaces(tx, self),
  };
}

/** Places that became free and that nobody took, less those that other scheduled recovery waves count on. */
export async function countFreePlaces(tx: Transaction, self: WaveId | null): Promise<number> {
  const free = await tx.freedPlace.count({ where: { settledAt: null } });
  const counted = await tx.wave.aggregate({
    where: { kind: "recovery", status: "scheduled", ...(self ? { id: { not: self } } : {}) },
    _sum: { quota: true },
  });
  return Math.max(0, free - (counted._sum.quota ?? 0));
}

/** Holds the places that are free longest still, as many as the wave gives away. Says how many there are. */
export async function lockFreePlaces(tx: Transaction, wanted: number): Promise<number> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM freed_place WHERE settled_at IS NULL
    ORDER BY freed_at, participant_id LIMIT ${wanted} FOR UPDATE`;
  return rows.length;
}

/** Gives the places that are free longest to a recovery wave. */
export async function giveFreePlaces(
  tx: Transaction,
  wave: { readonly id: WaveId; readonly quota: number },
  now: Date,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE freed_place SET recovery_wave = ${wave.id}::uuid, settled_at = ${now}
    WHERE participant_id IN (
      SELECT participant_id FROM freed_place WHERE settled_at IS NULL
      ORDER BY freed_at, participant_id LIMIT ${wave.quota})`;
}

/** False when the number was taken in the meantime. */
export async function insertWave(
  tx: Transaction,
  id: WaveId,
  plan: WavePlan,
  createdAt: Date,
): Promise<boolean> {
  const { provinces, groups, ...wave } = plan;
  const { count } = await tx.wave.createMany({
    data: [{ ...wave, id, status: "draft", createdAt }],
    skipDuplicates: true,
  });
  if (count === 1) await insertQuotas(tx, id, { provinces, groups });
  return count === 1;
}

/** A plan in the place of the one before. */
export async function replacePlan(tx: Transaction, id: WaveId, plan: WavePlan): Promise<void> {
  const { provinces, groups, ...wave } = plan;
  await tx.wave.update({ where: { id }, data: wave });
  await tx.waveQuota.deleteMany({ where: { waveId: id } });
  await insertQuotas(tx, id, { provinces, groups });
}

async function insertQuotas(tx: Transaction, waveId: WaveId, quotas: Quotas): Promise<void> {
  const provinces = [...quotas.provinces].map(([provinceCode, places]) => ({
    waveId,
    provinceCode,
    priority: -1,
    places,
  }));
  const groups = [...quotas.groups].map(([priority, places]) => ({
    waveId,
    provinceCode: "",
    priority,
    places,
  }));
  await tx.waveQuota.createMany({ data: [...provinces, ...groups] });
}
