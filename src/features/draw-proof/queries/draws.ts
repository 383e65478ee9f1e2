import { findCeremony, seedOfCeremony } from "#features/selection/queries/ceremony.ts";
import { findQuotas, findSchemeOfWave } from "#features/waves/queries.ts";
import { database } from "#platform/db/client.ts";
import { inHex, isOver } from "../policy.ts";
import type { ListedDraw, PublicDraw } from "../types.ts";

const DRAWS_PER_PAGE = 20;

/** Waves whose list is fixed, latest number first, by keyset. */
export async function findPublicDraws(
  before?: number,
): Promise<{ readonly rows: readonly ListedDraw[]; readonly next: number | null }> {
  const waves = await database().wave.findMany({
    where: {
      status: { in: ["frozen", "drawn", "reviewed", "decided", "published", "archived"] },
      ruleVersion: { gte: 2 },
      ...(before === undefined ? {} : { number: { lt: before } }),
    },
    orderBy: { number: "desc" },
    take: DRAWS_PER_PAGE + 1,
    select: { id: true, number: true, status: true, quota: true, publishedAt: true },
  });
  const shown = waves.slice(0, DRAWS_PER_PAGE);
  const lists = await database().drawList.findMany({
    where: { waveId: { in: shown.map(({ id }) => id) } },
    select: { waveId: true, entryCount: true, frozenAt: true },
  });
  const rows = shown.flatMap(({ id, ...wave }) => {
    const list = lists.find(({ waveId }) => waveId === id);
    return list ? [{ ...wave, entryCount: list.entryCount, frozenAt: list.frozenAt }] : [];
  });
  return { rows, next: waves.length > DRAWS_PER_PAGE ? (shown.at(-1)?.number ?? null) : null };
}

/** What everybody may know of a wave's draw by now; null before its list is fixed. */
export async function findPublicDraw(number: number): Promise<PublicDraw | null> {
  const wave = await database().wave.findUnique({ where: { number } });
  const list = wave && (await database().drawList.findUnique({ where: { waveId: wave.id } }));
  const ceremony = list && (await findCeremony(wave.id));
  if (!ceremony) return null;
  const [{ parameters }, { provinces, groups }, draw] = await Promise.all([
    findSchemeOfWave(wave.id),
    findQuotas(wave.id),
    database().draw.findUnique({ where: { waveId: wave.id } }),
  ]);
  const { id: waveId, status, quota, publishedAt } = wave;
  const { rule, entryCount, refusedCount, frozenAt } = list;
  const perFamilyCard = parameters.recipientsPerFamilyCard;
  return {
    ...{ waveId, number, status, quota, publishedAt, rule, entryCount, refusedCount, frozenAt },
    ...{ perFamilyCard, provinces, groups, ceremony },
    seed: seedOfCeremony(ceremony),
    drawnAt: draw?.drawnAt ?? null,
    result: draw && isOver(status) ? { selected: draw.selectedCount, digest: inHex(draw.digest) } : null,
  };
}

/** The names of provinces by their codes. */
export async function findProvinceNames(codes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const areas = await database().area.findMany({
    where: { code: { in: [...codes] } },
    select: { code: true, name: true },
  });
  return new Map(areas.map(({ code, name }) => [code, name]));
}
