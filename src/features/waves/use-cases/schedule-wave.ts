import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideMove, decidePlaces, decideTimes } from "../policy.ts";
import type { WaveRefusal } from "../refusals.ts";
import { countFreePlaces } from "../repository/plans.ts";
import { findAnnouncedWaves, lockCalendar, lockWave, setPlanned } from "../repository.ts";

/** An operator tells people of a wave; from here on it opens and closes by its times. */
export async function scheduleWave(
  work: Work<StaffActor>,
  { waveId }: { readonly waveId: string },
): Promise<Result<{ waveId: string }, WaveRefusal>> {
  await lockCalendar(work.tx);
  const wave = await lockWave(work.tx, waveId);
  if (!wave) return refuse({ code: "wave-unknown" });
  const move = decideMove(wave, "scheduled");
  if (!move.ok) return move;
  const times = decideTimes(wave, await findAnnouncedWaves(work.tx, work.now, wave.id), work.now);
  if (!times.ok) return times;
  const places = decidePlaces(wave, await countFreePlaces(work.tx, wave.id));
  if (!places.ok) return places;
  await setPlanned(work.tx, wave.id, "scheduled");
  await work.record({
    action: "wave-scheduled",
    subject: `wave:${wave.id}`,
    details: {
      number: wave.number,
      opensAt: wave.opensAt.toISOString(),
      closesAt: wave.closesAt.toISOString(),
    },
  });
  return ok({ waveId });
}
