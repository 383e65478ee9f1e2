import { addSeconds } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import type { SimulationTime } from "./types.ts";

/**
 * The clock, held still until the transaction ends. The machine's moment is asked of the database: `work.now` holds the
 * seconds ahead already and may be half a second old.
 */
export async function lockClock(tx: Transaction): Promise<SimulationTime> {
  await tx.$executeRaw`
    INSERT INTO simulation_clock (id, ahead_seconds, moved_at) VALUES (1, 0, clock_timestamp()) ON CONFLICT (id) DO NOTHING`;
  const [row] = await tx.$queryRaw<{ ahead: bigint; machine: Date }[]>`
    SELECT ahead_seconds AS ahead, clock_timestamp() AS machine FROM simulation_clock WHERE id = 1 FOR UPDATE`;
  if (!row) throw new Error("the simulation clock has no row");
  const aheadSeconds = Number(row.ahead);
  return { aheadSeconds, now: addSeconds(row.machine, aheadSeconds) };
}

export async function setClock(tx: Transaction, aheadSeconds: number, movedAt: Date): Promise<void> {
  await tx.simulationClock.update({
    where: { id: 1 },
    data: { aheadSeconds: BigInt(aheadSeconds), movedAt },
  });
}
