import { system } from "#authorization/actor.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { anomalyLimits } from "../policy/measuring.ts";
import { insertAnomalies } from "../repository/anomalies.ts";
import { clearFigures, finishMeasure, insertTallies, lockMeasure } from "../repository/measures.ts";

/** How long a whole wave may take. */
const SECONDS = 1_800;

/**
 * Measures a wave: everybody by every trait, and what stands out. Pages show the figures before it until the
 * transaction ends. `now` is given by seeds and tests only.
 */
export async function measureWaveReaction(
  { waveId }: { readonly waveId: string },
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      const wave = await lockMeasure(work.tx, waveId);
      if (!wave) return ok();
      const { parameters } = await findSchemeOfWave(waveId);
      const { status } = wave;
      const isFixed = status !== "open" && status !== "closed";
      await clearFigures(work.tx, waveId);
      await insertTallies(work.tx, { id: waveId, isFixed, closingDay: dayInWib(wave.closesAt) }, parameters);
      await insertAnomalies(work.tx, waveId, anomalyLimits);
      await finishMeasure(work.tx, waveId, { status, at: work.now });
      return ok();
    },
    { ...conditions, seconds: SECONDS },
  );
}
