import type { Transaction } from "#platform/db/client.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import type { DrawParty } from "../types/ceremony.ts";
import type { Stratum } from "../types.ts";
import type { WaveToSelect } from "./runs.ts";

/** What a draw begins with: the root of the list, and what was shown. */
export async function findDrawBasis(
  tx: Transaction,
  waveId: string,
): Promise<{
  readonly root: Uint8Array;
  readonly entryCount: number;
  readonly shown: ReadonlyMap<DrawParty, Uint8Array>;
} | null> {
  const list = await tx.drawList.findUnique({
    where: { waveId },
    select: { root: true, entryCount: true },
  });
  const shown = await tx.drawReveal.findMany({ where: { waveId }, select: { party: true, value: true } });
  return list && { ...list, shown: new Map(shown.map(({ party, value }) => [party, value])) };
}

/** How many of the three values are known. */
export async function countValues(tx: Transaction, waveId: string): Promise<number> {
  return tx.drawReveal.count({ where: { waveId } });
}

/** The provinces and priority groups of a list, in a fixed order. */
export async function findStrata(tx: Transaction, waveId: string): Promise<Stratum[]> {
  return tx.$queryRaw<Stratum[]>`
    SELECT province_code AS "provinceCode", priority::int AS priority FROM draw_leaf WHERE wave_id = ${waveId}::uuid
    GROUP BY 1, 2 ORDER BY 2, 1`;
}

export type KeysAndStrata = {
  readonly inner: Uint8Array;
  readonly outer: Uint8Array;
  readonly strata: readonly Stratum[];
};

/**
 * A block of lines in the order of their positions, 24 bytes each: the first half of the key HMAC-SHA-256(seed, leaf),
 * the number of the stratum, the crowd, and how many of the family card are recipients.
 */
export async function readLots(
  tx: Transaction,
  waveId: string,
  block: { readonly from: number; readonly count: number },
  { inner, outer, strata }: KeysAndStrata,
): Promise<Uint8Array> {
  const provinces = strata.map(({ provinceCode }) => provinceCode);
  const priorities = strata.map(({ priority }) => priority);
  // Bytes travel as base64, which is shorter and faster to read than what the driver makes of them.
  const [row] = await tx.$queryRaw<{ lots: string | null }[]>`
    SELECT encode(string_agg(substr(sha256(${outer}::bytea || sha256(${inner}::bytea || l.leaf)), 1, 16) || int2send((s.number - 1)::smallint)
      || int4send(coalesce(l.crowd, 0)) || int2send(l.family_taken), ''::bytea ORDER BY l.position), 'base64') AS lots
    FROM draw_leaf l
    JOIN unnest(${provinces}::text[], ${priorities}::smallint[]) WITH ORDINALITY AS s (province_code, priority, number)
      ON s.province_code = l.province_code AND s.priority = l.priority
    WHERE l.wave_id = ${waveId}::uuid AND l.position >= ${block.from}::int AND l.position < ${block.from + block.count}::int`;
  return Buffer.from(row?.lots ?? "", "base64");
}

const partOf = (wave: Pick<WaveToSelect, "number">) => `draw_place_${wave.number}`;

export async function beginPlaces(tx: Transaction, wave: Pick<WaveToSelect, "number">): Promise<void> {
  await tx.$executeRaw`SELECT begin_wave_part('draw_place', ${partOf(wave)})`;
}

/**
 * A stretch of the order as the database is handed it. An array in PostgreSQL's own words is read several times faster
 * than one that is translated item by item; rank and outcome share a number.
 */
export function stretchInWords(
  positions: Uint32Array,
  stratumRanks: Uint32Array,
  outcomes: Uint8Array,
): { readonly positions: string; readonly places: string } {
  const places = new Uint32Array(stratumRanks);
  for (let index = 0; index < places.length; index += 1)
    places[index] = (places[index] ?? 0) * 4 + (outcomes[index] ?? 0);
  return { positions: `{${positions.join(",")}}`, places: `{${places.join(",")}}` };
}

/** Writes a stretch of the order, from its rank on. */
export async function insertPlaces(
  tx: Transaction,
  wave: Pick<WaveToSelect, "id" | "number">,
  firstRank: number,
  stretch: ReturnType<typeof stretchInWords>,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(partOf(wave))} (wave_id, position, rank, stratum_rank, outcome)
    SELECT ${wave.id}::uuid, position, ${firstRank - 1}::int + n, place >> 2,
      CASE place & 3 WHEN 0 THEN 'selected'::draw_outcome WHEN 1 THEN 'family_card_full'::draw_outcome ELSE 'quota_full'::draw_outcome END
    FROM unnest(${stretch.positions}::text::int[], ${stretch.places}::text::int[]) WITH ORDINALITY AS drawn (position, place, n)`;
}

export async function finishPlaces(
  tx: Transaction,
  wave: Pick<WaveToSelect, "id" | "number">,
): Promise<void> {
  await tx.$executeRaw`SELECT finish_wave_part('draw_place', ${partOf(wave)}, ${wave.id}::uuid)`;
}

/** The leaves at these positions, in this order, one after the other. */
export async function readLeaves(
  tx: Transaction,
  waveId: string,
  positions: Uint32Array,
): Promise<Uint8Array> {
  const [row] = await tx.$queryRaw<{ leaves: Uint8Array | null }[]>`
    SELECT string_agg(l.leaf, ''::bytea ORDER BY asked.n) AS leaves
    FROM unnest(${`{${positions.join(",")}}`}::text::int[]) WITH ORDINALITY AS asked (position, n)
    JOIN draw_leaf l ON l.wave_id = ${waveId}::uuid AND l.position = asked.position`;
  return row?.leaves ?? new Uint8Array();
}

export async function insertDraw(
  tx: Transaction,
  draw: {
    readonly waveId: string;
    readonly rule: number;
    readonly seed: Uint8Array<ArrayBuffer>;
    readonly selectedCount: number;
    readonly digest: Uint8Array<ArrayBuffer>;
    readonly drawnAt: Date;
    readonly drawnBy: string;
  },
): Promise<void> {
  await tx.draw.create({ data: draw });
}
