import { fromPrisma, PgBoss } from "pg-boss";
import { env } from "#env.ts";
import type { PublishedEvent } from "#kernel/event.ts";
import type { Transaction } from "#platform/db/client.ts";
import { log } from "#platform/telemetry/log.ts";

/** Facts that stages announced, each handed on to every reaction to it. */
export const EVENTS = "events";
/** One reaction to one fact, tried again by itself until it succeeds. */
export const REACTIONS = "reactions";

/** Reactions that take minutes, such as a draw: one at a time, so that all the others go on meanwhile. */
export const LONG_REACTIONS = "long-reactions";

export type ReactionJob = { readonly reaction: string; readonly payload: unknown };

const kept = globalThis as { portalQueue?: Promise<PgBoss> };

/** The queue's sending side: no polling, no maintenance. */
function sender(): Promise<PgBoss> {
  kept.portalQueue ??= openQueue({ supervise: false, schedule: false, migrate: false, max: 2 });
  return kept.portalQueue;
}

/** Opens the queue. The worker supervises it and works it off; everybody else only sends. */
export async function openQueue(options: {
  readonly supervise: boolean;
  readonly schedule: boolean;
  readonly migrate: boolean;
  readonly max: number;
}): Promise<PgBoss> {
  const queue = new PgBoss({
    connectionString: env().DATABASE_URL,
    useListenNotify: options.supervise,
    ...options,
  });
  queue.on("error", (error) => log.error({ error: error.message }, "queue fault"));
  await queue.start();
  return queue;
}

/** Makes the queue's tables and queues; part of setting up the database. */
export async function installQueue(): Promise<void> {
  const queue = await openQueue({ supervise: false, schedule: false, migrate: true, max: 2 });
  const patient = {
    retryLimit: 20,
    retryDelay: 2,
    retryBackoff: true,
    retryDelayMax: 900,
    expireInSeconds: 300,
  };
  for (const [name, options] of [
    [EVENTS, patient],
    [REACTIONS, patient],
    [LONG_REACTIONS, { ...patient, expireInSeconds: 7_200 }],
  ] as const) {
    if (await queue.getQueue(name)) await queue.updateQueue(name, options);
    else await queue.createQueue(name, options);
  }
  await queue.stop({ graceful: false });
}

/** Puts an event into the queue, in the caller's transaction: it is announced exactly when the change commits. */
export async function enqueueEvent(tx: Transaction, event: PublishedEvent): Promise<void> {
  const queue = await sender();
  await queue.send(EVENTS, { name: event.name, payload: event.payload }, { db: fromPrisma(tx) });
}

/** Ends the sending side, for scripts and tests. */
export async function closeQueue(): Promise<void> {
  const queue = await kept.portalQueue;
  delete kept.portalQueue;
  await queue?.stop({ graceful: false });
}
