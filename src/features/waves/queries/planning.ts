import { database } from "#platform/db/client.ts";
import type { WaveCounts, WaveId } from "../types.ts";

/** The schemes that a wave may have, the number that comes next, and the last end that people were told of. */
export async function findPlanningChoices(now: Date): Promise<{
  readonly schemes: readonly { readonly code: string; readonly name: string }[];
  readonly nextNumber: number;
  readonly lastEnd: Date | null;
}> {
  const schemes = await database().scheme.findMany({
    orderBy: { code: "asc" },
    select: { code: true, name: true },
  });
  const last = await database().wave.findFirst({ orderBy: { number: "desc" }, select: { number: true } });
  const end = await database().wave.findFirst({
    where: { status: { in: ["scheduled", "open"] }, closesAt: { gt: now } },
    orderBy: { closesAt: "desc" },
    select: { closesAt: true },
  });
  return { schemes, nextNumber: (last?.number ?? 0) + 1, lastEnd: end?.closesAt ?? null };
}

/** Places that became free and that nobody took; what other scheduled recovery waves count on is taken off. */
export async function findFreePlaces(except?: WaveId): Promise<number> {
  const free = await database().freedPlace.count({ where: { settledAt: null } });
  const counted = await database().wave.aggregate({
    where: { kind: "recovery", status: "scheduled", ...(except ? { id: { not: except } } : {}) },
    _sum: { quota: true },
  });
  return Math.max(0, free - (counted._sum.quota ?? 0));
}

/** Above this nobody counts on a page: a count grows with the number of people. */
const COUNTED_TO = 10_000;

/** How many joined and were selected. A fixed list knows its numbers; before, they are counted up to a bound. */
export async function findWaveCounts(waveIds: readonly WaveId[]): Promise<ReadonlyMap<WaveId, WaveCounts>> {
  const rows = await database().$queryRaw<CountRow[]>`
    SELECT w.id, d.selected_count AS selected, l.entry_count + l.refused_count AS listed, CASE WHEN l.wave_id IS NULL THEN (
      SELECT count(*)::int FROM (SELECT 1 FROM wave_entry e WHERE e.wave_id = w.id LIMIT ${COUNTED_TO + 1}) AS counted
    ) END AS counted
    FROM wave w LEFT JOIN draw_list l ON l.wave_id = w.id LEFT JOIN draw d ON d.wave_id = w.id
    WHERE w.id = ANY(${[...waveIds]}::uuid[])`;
  return new Map(
    rows.map(({ id, selected, listed, counted }) => [id, { selected, ...joined(listed, counted ?? 0) }]),
  );
}

type CountRow = { id: WaveId; selected: number | null; listed: number | null; counted: number | null };

function joined(listed: number | null, counted: number): Pick<WaveCounts, "joined" | "joinedIsMore"> {
  return listed === null
    ? { joined: Math.min(counted, COUNTED_TO), joinedIsMore: counted > COUNTED_TO }
    : { joined: listed, joinedIsMore: false };
}

/** The numbers of the last waves whose draw anyone can look at, latest first. */
export async function findLastDraws(): Promise<readonly number[]> {
  const rows = await database().wave.findMany({
    where: {
      status: { in: ["frozen", "drawn", "reviewed", "decided", "published", "archived"] },
      ruleVersion: 2,
    },
    orderBy: { number: "desc" },
    take: 3,
    select: { number: true },
  });
  return rows.map(({ number }) => number);
}
