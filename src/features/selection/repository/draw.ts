import { database, type Transaction } from "#platform/db/client.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import type { DrawParty } from "../types/ceremony.ts";
import type { Stratum, Walk } from "../types.ts";
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

/** Lines of the list, by position; begins and ends with a row of the tree, which holds 256 leaves. */
export type Stretch = { readonly from: number; readonly count: number };

const LEAVES_A_ROW = 256;

/** Leaves of a stretch, one after the other, as the tree has them whose root was published. */
const leavesOf = (waveId: string, { from, count }: Stretch) => Prisma.sql`
  SELECT encode(string_agg(hashes, ''::bytea ORDER BY block), 'base64') AS bytes FROM draw_tree
  WHERE wave_id = ${waveId}::uuid AND level = 0
    AND block >= ${from / LEAVES_A_ROW}::int AND block < ${(from + count) / LEAVES_A_ROW}::int`;

/** On a connection of its own: a list is fixed, and the draw's transaction is busy writing the order down meanwhile. */
export async function readLeaves(waveId: string, stretch: Stretch): Promise<Uint8Array> {
  const [row] = await database().$queryRaw<{ bytes: string | null }[]>(leavesOf(waveId, stretch));
  return bytesOf(row?.bytes);
}

/**
 * What a stretch of 65,536 lines at most is drawn by: the leaves, and of each stratum its lines, 8 bytes each, namely the
 * position counted from the beginning of the stretch, the crowd, and how many of the family card are recipients.
 */
export async function readLots(
  tx: Transaction,
  waveId: string,
  stretch: Stretch,
): Promise<{
  readonly leaves: Uint8Array;
  readonly strata: readonly (Stratum & { readonly lines: Uint8Array })[];
}> {
  const { from, count } = stretch;
  // One statement, so that the database has all of it to do while the stretch before is hashed here.
  const rows = await tx.$queryRaw<{ provinceCode: string | null; priority: number; bytes: string | null }[]>`
    SELECT NULL AS "provinceCode", 0 AS priority, leaves.bytes FROM (${leavesOf(waveId, stretch)}) leaves
    UNION ALL
    SELECT province_code, priority::int, encode(string_agg(int8send(
      ((position - ${from}::int)::int8 << 48) | (coalesce(crowd, 0)::int8 << 16) | family_taken), ''::bytea), 'base64')
    FROM draw_leaf
    WHERE wave_id = ${waveId}::uuid AND position >= ${from}::int AND position < ${from + count}::int
    GROUP BY 1, 2`;
  const strata = rows.flatMap(({ provinceCode, priority, bytes }) =>
    provinceCode === null ? [] : [{ provinceCode, priority, lines: bytesOf(bytes) }],
  );
  return { leaves: bytesOf(rows.find(({ provinceCode }) => provinceCode === null)?.bytes), strata };
}

/** Bytes travel as base64, which is shorter and faster to read than what the driver makes of them. */
function bytesOf(base64: string | null | undefined): Uint8Array {
  return Buffer.from(base64 ?? "", "base64");
}

const partOf = (wave: Pick<WaveToSelect, "number">) => `draw_place_${wave.number}`;

export async function beginPlaces(tx: Transaction, wave: Pick<WaveToSelect, "id" | "number">): Promise<void> {
  await tx.$executeRaw`SELECT begin_wave_part('draw_place', ${partOf(wave)}, ${wave.id}::uuid)`;
}

/**
 * A stretch of the order as the database is handed it. An array in PostgreSQL's own words is read several times faster
 * than one that is translated item by item; rank within the stratum and outcome share a number.
 */
export function stretchInWords(
  positions: Uint32Array,
  stratumRanks: Uint32Array,
  outcomes: Uint8Array,
): { readonly count: number; readonly positions: string; readonly places: string } {
  const places = stratumRanks.map((rank, index) => rank * 4 + (outcomes[index] ?? 0));
  return { count: places.length, positions: arrayInWords(positions), places: arrayInWords(places) };
}

/** Digit by digit into one piece of memory: a text for each number would keep the collector busy. */
function arrayInWords(numbers: Uint32Array): string {
  const bytes = Buffer.allocUnsafe(numbers.length * 11 + 2);
  let end = bytes.write("{");
  for (const number of numbers) {
    let power = 1;
    while (power * 10 <= number) power *= 10;
    for (let rest = number; power >= 1; power = Math.floor(power / 10)) {
      const digit = Math.floor(rest / power);
      bytes[end] = 48 + digit;
      rest -= digit * power;
      end += 1;
    }
    bytes[end] = 44;
    end += 1;
  }
  // The last comma makes room for the end.
  end = Math.max(1, end - 1);
  end += bytes.write("}", end);
  return bytes.toString("latin1", 0, end);
}

/** Writes a stretch of the order, from its rank on. */
export async function insertPlaces(
  tx: Transaction,
  wave: Pick<WaveToSelect, "id" | "number">,
  firstRank: number,
  stretch: ReturnType<typeof stretchInWords>,
): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(partOf(wave))} (wave_id, rank, position, stratum_rank, outcome)
    SELECT ${wave.id}::uuid, rank, position, place >> 2,
      CASE place & 3 WHEN 0 THEN 'selected'::draw_outcome WHEN 1 THEN 'family_card_full'::draw_outcome ELSE 'quota_full'::draw_outcome END
    FROM (
      SELECT generate_series(${firstRank}::int, ${firstRank + stretch.count - 1}::int) AS rank,
        unnest(${stretch.positions}::text::int[]) AS position, unnest(${stretch.places}::text::int[]) AS place
    ) drawn`;
}

export async function finishPlaces(
  tx: Transaction,
  wave: Pick<WaveToSelect, "id" | "number">,
): Promise<void> {
  await tx.$executeRaw`SELECT finish_wave_part('draw_place', ${partOf(wave)}, ${wave.id}::uuid)`;
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

/** How far the draw went in each stratum in which somebody was selected. */
export async function insertStrata(
  tx: Transaction,
  waveId: string,
  strata: readonly (Stratum & Walk["reached"][number])[],
): Promise<void> {
  const data = strata.filter(({ selected }) => selected > 0).map((stratum) => ({ ...stratum, waveId }));
  await tx.drawStratum.createMany({ data });
}
