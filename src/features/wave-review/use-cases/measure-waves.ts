import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { waveMeasureWanted } from "../events.ts";
import { isDueToMeasure } from "../policy/measuring.ts";
import { askForMeasure, findMeasurableWaves } from "../repository/measures.ts";

/**
 * Asks for the figures of the waves that are due: open and closed ones at most once a minute, and others once more
 * after the freeze, the draw and the publication. The measuring itself is a job of its own. Says how many were asked for.
 */
export async function measureWavesDue(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async (work) => {
      const waves = await findMeasurableWaves(work.tx);
      const due = waves.filter(({ status, measure }) => isDueToMeasure(status, measure, now));
      for (const { id } of due) {
        await askForMeasure(work.tx, id, now);
        await work.publish(waveMeasureWanted({ waveId: id }));
      }
      return ok(due.length);
    },
    { now },
  );
  return result.ok ? result.value : 0;
}
