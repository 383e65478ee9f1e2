import { env } from "#env.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "./client.ts";

const REMEMBER_MS = 500;
let remembered: { aheadSeconds: number; readAt: number } | undefined;

/** The programme's time: the machine's, or ahead of it in demo mode, where an administrator may move it. */
export async function programmeNow(): Promise<Date> {
  const machine = new Date();
  if (!env().DEMO_MODE) return machine;
  if (!remembered || machine.getTime() - remembered.readAt > REMEMBER_MS) {
    const row = await database().simulationClock.findUnique({ where: { id: 1 } });
    remembered = { aheadSeconds: Number(row?.aheadSeconds ?? 0), readAt: machine.getTime() };
  }
  return addSeconds(machine, remembered.aheadSeconds);
}

/** Reads the database again at the next question; after moving the clock, and in tests. */
export function forgetProgrammeTime(): void {
  remembered = undefined;
}
