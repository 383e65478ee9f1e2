import { inUtcSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { inHex } from "../policy.ts";
import type { PublicDraw } from "../types.ts";

/** Lines that are read, and kept in memory, at once. */
const LINES_AT_ONCE = 10_000;

/** undian.json, to the byte as docs/decisions/0012 names its fields. */
export function drawFile(draw: PublicDraw): string {
  const file = {
    format: "prakerja-draw/2",
    wave: draw.number,
    rule: draw.rule,
    quota: draw.quota,
    provinces: Object.fromEntries(draw.provinces),
    groups: Object.fromEntries(draw.groups),
    perFamilyCard: draw.perFamilyCard,
    entries: draw.entryCount,
    root: draw.ceremony.root,
    frozenAt: inUtcSeconds(draw.frozenAt),
    commitments: draw.ceremony.promised.map(({ party, commitment, committedAt, source, knownAt }) => ({
      party,
      commitment: inHex(commitment),
      committedAt: inUtcSeconds(committedAt),
      ...(source !== null && knownAt ? { source, knownAt: inUtcSeconds(knownAt) } : {}),
    })),
    reveals: draw.ceremony.shown.map(({ party, value, isFallback, revealedAt }) => ({
      party,
      value: inHex(value),
      fallback: isFallback,
      revealedAt: inUtcSeconds(revealedAt),
    })),
    seed: draw.seed,
    selected: draw.result?.selected ?? null,
    digest: draw.result?.digest ?? null,
    drawnAt: draw.drawnAt && inUtcSeconds(draw.drawnAt),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** daftar.csv: the list in its order, in stretches by position, so that ten million lines need no more memory than one stretch. */
export async function* listLines(draw: Pick<PublicDraw, "waveId" | "entryCount">): AsyncGenerator<string> {
  for (let from = 0; from < draw.entryCount; from += LINES_AT_ONCE) {
    const [row] = await database().$queryRaw<{ lines: string | null }[]>`
      SELECT string_agg(encode(entry, 'hex') || ',' || province_code || ',' || priority || ',' || weight || ','
        || encode(family, 'hex') || ',' || family_taken || chr(10), '' ORDER BY position) AS lines
      FROM draw_leaf
      WHERE wave_id = ${draw.waveId}::uuid AND position >= ${from} AND position < ${from + LINES_AT_ONCE}`;
    yield row?.lines ?? "";
  }
}

/** hasil.csv: rank, position and outcome in the drawn order, in stretches by rank. */
export async function* resultLines(draw: Pick<PublicDraw, "waveId" | "entryCount">): AsyncGenerator<string> {
  for (let from = 1; from <= draw.entryCount; from += LINES_AT_ONCE) {
    const [row] = await database().$queryRaw<{ lines: string | null }[]>`
      SELECT string_agg(rank || ',' || position || ',' || outcome || chr(10), '' ORDER BY rank) AS lines
      FROM draw_place
      WHERE wave_id = ${draw.waveId}::uuid AND rank >= ${from} AND rank < ${from + LINES_AT_ONCE}`;
    yield row?.lines ?? "";
  }
}
