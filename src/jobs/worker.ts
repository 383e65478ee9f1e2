import type { Job } from "pg-boss";
import { env } from "#env.ts";
import { noteOutagesDue } from "#features/selection-test/use-cases/note-outages.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { EVENTS, LONG_REACTIONS, openQueue, REACTIONS, type ReactionJob } from "#platform/queue/queue.ts";
import { log } from "#platform/telemetry/log.ts";
import { dueWork } from "./due-work.ts";
import { isLong, reactionNamed, reactionsTo } from "./subscriptions.ts";

/** How often the worker says that the service is up. */
const PULSE_MS = 20_000;
/** Seconds between two looks at what has become due. */
const LOOK_SECONDS = env().DEMO_MODE ? 2 : 30;

const queue = await openQueue({ supervise: true, schedule: false, migrate: false, max: 6 });
const polling = {
  batchSize: 20,
  pollingIntervalSeconds: 0.5,
  notifyPollingIntervalSeconds: 2,
  burstWhenBatchFull: true,
};

// One fact becomes one job for each of its reactions, so that a reaction that fails is tried again by itself.
await queue.work<{ name: string; payload: unknown }>(EVENTS, polling, async (jobs) => {
  for (const { id, data } of jobs) {
    for (const reaction of reactionsTo(data.name)) {
      const job = { data: { reaction, payload: data.payload }, singletonKey: `${id}:${reaction}` };
      await queue.insert(isLong(reaction) ? LONG_REACTIONS : REACTIONS, [job]);
    }
  }
});
await queue.work(REACTIONS, { ...polling, perJobResults: true }, react);
await queue.work(LONG_REACTIONS, { ...polling, batchSize: 1, perJobResults: true }, react);

/** Runs each reaction; one that fails is tried again, and the others are not held up by it. */
async function react(jobs: Job<ReactionJob>[]) {
  return Promise.all(
    jobs.map(async ({ id, data }) => {
      try {
        await reactionNamed(data.reaction)(data.payload);
        return { id, status: "completed" as const };
      } catch (error) {
        const text = error instanceof Error ? error.message : String(error);
        log.warn({ reaction: data.reaction, error: text }, "a reaction failed and will be tried again");
        return { id, status: "failed" as const, output: { error: text } };
      }
    }),
  );
}

let stopping = false;
const timer = setTimeout(look, 0);
// However long one look takes.
const pulse = setInterval(
  () =>
    void programmeNow()
      .then(noteOutagesDue)
      .catch((error: unknown) => log.error({ error: String(error) }, "no pulse")),
  PULSE_MS,
);
log.info("the worker is at work");

/** Does everything that has become due, then waits. */
async function look(): Promise<void> {
  for (const [name, run] of Object.entries(dueWork)) {
    try {
      const count = stopping ? 0 : await run(await programmeNow());
      if (count > 0) log.info({ name, count }, "due work done");
    } catch (error) {
      log.error({ name, error: error instanceof Error ? error.stack : String(error) }, "due work failed");
    }
  }
  if (!stopping) setTimeout(look, LOOK_SECONDS * 1000);
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, async () => {
    stopping = true;
    clearTimeout(timer);
    clearInterval(pulse);
    await queue.stop({ graceful: true, timeout: 5_000 });
    process.exit(0);
  });
}
