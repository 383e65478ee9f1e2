import { database } from "#platform/db/client.ts";
import type { ComparedWave, ShownDimension, Tally, WaveFigures } from "../types.ts";

type Row = Tally & { readonly dimension: string };

/** The figures of a wave as they were measured last; null before the first time. Reads some hundred rows, however many joined. */
export async function findFigures(waveId: string): Promise<WaveFigures | null> {
  const measure = await database().waveMeasure.findUnique({ where: { waveId } });
  if (!measure?.measuredAt || !measure.status) return null;
  const rows = await database().$queryRaw<Row[]>`
    SELECT t.dimension, t.label, a.name, t.joined, t.eligible, t.selected
    FROM wave_tally t LEFT JOIN area a ON t.dimension = 'province' AND a.code = t.label
    WHERE t.wave_id = ${waveId}::uuid AND t.dimension <> 'district'
    ORDER BY t.joined DESC, t.label`;
  const all = rows.find(({ dimension }) => dimension === "all") ?? { joined: 0, eligible: 0, selected: 0 };
  const of = (dimension: ShownDimension): Tally[] => rows.filter((row) => row.dimension === dimension);
  return {
    measuredAt: measure.measuredAt,
    status: measure.status,
    all: { joined: all.joined, eligible: all.eligible, selected: all.selected },
    by: {
      province: of("province"),
      gender: of("gender"),
      age: of("age"),
      education: of("education"),
      disability: of("disability"),
      priority: of("priority"),
      verdict: of("verdict"),
      outcome: of("outcome"),
    },
  };
}

/** The last two waves that were published before this one and have figures, latest first. */
export async function findEarlierFigures(number: number): Promise<readonly ComparedWave[]> {
  const waves = await database().$queryRaw<{ id: string; number: number }[]>`
    SELECT w.id, w.number FROM wave w JOIN wave_tally t ON t.wave_id = w.id AND t.dimension = 'all'
    WHERE w.status IN ('published', 'archived') AND w.number < ${number}::int
    ORDER BY w.number DESC LIMIT 2`;
  const found = await Promise.all(
    waves.map(async (wave) => ({ number: wave.number, figures: await findFigures(wave.id) })),
  );
  return found.flatMap(({ number: each, figures }) => (figures ? [{ number: each, figures }] : []));
}
