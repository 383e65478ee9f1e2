import { secondsBetween } from "#kernel/calendar.ts";

/** The service gives a sign twice a minute; after this long without any, it was not at work. */
export const OUTAGE_SECONDS = 90;

/** A moved clock changes the distance between the programme's time and the real one by more than the two drift apart. */
const DRIFT_SECONDS = 30;

/** A sign of life: the real time, and how far the programme's time ran ahead of it. */
export type Pulse = { readonly at: Date; readonly aheadSeconds: number };
export type Stretch = { readonly beganAt: Date; readonly endedAt: Date };

/**
 * Whether the time between two signs may hold an outage. Only real time counts. Somebody who moved the programme's
 * clock in between did so through the portal, so it was at work.
 */
export function mayHoldOutage(before: Pulse, after: Pulse): boolean {
  const isMoved = Math.abs(after.aheadSeconds - before.aheadSeconds) > DRIFT_SECONDS;
  return !isMoved && isOutage({ beganAt: before.at, endedAt: after.at });
}

/** Whether a stretch without any sign, also none of people who answered, is long enough to be called one. */
export function isOutage({ beganAt, endedAt }: Stretch): boolean {
  return secondsBetween(beganAt, endedAt) > OUTAGE_SECONDS;
}
