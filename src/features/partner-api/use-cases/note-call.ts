import { log } from "#platform/telemetry/log.ts";
import { type DatedCall, insertCalls } from "../repository/calls.ts";

const BATCH = 500;
let waiting: DatedCall[] = [];
let writing: Promise<void> | undefined;

/**
 * Writes a call into the log: at once when nothing is being written, else together with all that come meanwhile. The
 * partner does not wait for it; a log that cannot be written is told in the process log.
 */
export function noteCall(call: DatedCall): void {
  waiting.push(call);
  writing ??= writeWaiting();
}

/** Until everything that was noted is written; before the process ends, and in tests. */
export async function callsAreNoted(): Promise<void> {
  while (writing !== undefined) await writing;
}

async function writeWaiting(): Promise<void> {
  try {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await insertCalls(batch);
    }
  } catch (error) {
    log.error({ error: String(error), lost: waiting.length }, "the log of partners' calls was not written");
  } finally {
    writing = undefined;
  }
}
