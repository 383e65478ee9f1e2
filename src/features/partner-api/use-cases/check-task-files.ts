import { system } from "#authorization/actor.ts";
import { secondsBetween } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { type FetchOutcome, lookAtOutsideFile } from "#platform/web/outside-file.ts";
import { type PendingFile, settleTask, takePendingFiles } from "../repository/tasks.ts";

const BATCH = 10;
/** Bytes; 10 MiB, as for photos. */
const LARGEST_FILE = 10_485_760;
/** Seconds after which a file that is never there counts as failed. */
const PATIENCE_SECONDS = 900;

/** Fetches files of tasks that were handed in, a few at a time: there and of a sensible size, or failed with the reason. */
export async function checkTaskFilesDue(
  now: Date,
  rules: { readonly allowsLoopback: boolean },
): Promise<number> {
  const taken = await inOneTransaction(system, async ({ tx }) => ok(await takePendingFiles(tx, now, BATCH)), {
    now,
  });
  const pending = taken.ok ? taken.value : [];
  await Promise.all(
    pending.map(async (file) => {
      const outcome = await lookAtOutsideFile(file.urlFile, { ...rules, largest: LARGEST_FILE });
      const failure = failureOf(file, outcome, now);
      if (failure !== "later") await settle(file.id, failure, now);
    }),
  );
  return pending.length;
}

/** Null: it is there. Silence and faults of the other side pass; what is not there is not there. */
function failureOf({ submittedAt }: PendingFile, outcome: FetchOutcome, now: Date): string | null {
  if (outcome.kind === "there") return null;
  const mayPass = outcome.kind === "away" && secondsBetween(submittedAt, now) < PATIENCE_SECONDS;
  return mayPass ? "later" : outcome.reason;
}

async function settle(id: string, failure: string | null, now: Date): Promise<void> {
  await inOneTransaction(
    system,
    async ({ tx }): Promise<Result<void, never>> => {
      await settleTask(tx, { id, failure, now });
      return ok();
    },
    { now },
  );
}
