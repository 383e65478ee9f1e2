import type { StaffActor } from "#authorization/actor.ts";
import { announceResultsDue } from "#features/determination/use-cases/announce-results.ts";
import { decideWave } from "#features/determination/use-cases/decide-wave.ts";
import { publishWave, publishWaveReaction } from "#features/determination/use-cases/publish-wave.ts";
import { markReviewed } from "#features/selection/use-cases/mark-reviewed.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { aClosedWave, draw, minutesOn, theStaff } from "../selection/drawing.ts";

// Waves on their way from the draw to everybody's result.

export const pressDecide = (actor: StaffActor, waveId: string) =>
  inOneTransaction(actor, (work) => decideWave(work, { waveId }), { now: minutesOn(90) });
export const pressPublish = (actor: StaffActor, waveId: string) =>
  inOneTransaction(actor, (work) => publishWave(work, { waveId }), { now: minutesOn(100) });

/** A wave that these people joined, drawn and reviewed. */
export async function aReviewedWave(people: readonly ParticipantId[], quota: number): Promise<string> {
  const [first] = await theStaff();
  const waveId = await aClosedWave(people, quota);
  await draw(waveId);
  await inOneTransaction(first, (work) => markReviewed(work, { waveId }), { now: minutesOn(80) });
  return waveId;
}

/** The same, decided, published and announced. */
export async function aPublishedWave(people: readonly ParticipantId[], quota: number): Promise<string> {
  const [first, second] = await theStaff();
  const waveId = await aReviewedWave(people, quota);
  await pressDecide(first, waveId);
  await pressPublish(first, waveId);
  await pressPublish(second, waveId);
  await publishWaveReaction({ waveId }, { now: minutesOn(105) });
  await announceResultsDue(minutesOn(110));
  return waveId;
}
