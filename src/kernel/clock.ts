/** The programme's time. In demo mode an administrator may move it forward; it never moves back. */
export type Clock = { now(): Date };

/** A clock that stands still, for one command: everything in it happens at one moment. */
export function stoppedAt(moment: Date): Clock {
  return { now: () => new Date(moment.getTime()) };
}
