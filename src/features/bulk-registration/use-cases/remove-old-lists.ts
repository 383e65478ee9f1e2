import { system } from "#authorization/actor.ts";
import { addDays, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { removePrivateFile } from "#platform/storage/private-files.ts";
import { findOldLists, forgetList } from "../repository/files.ts";

/** Days in which refused rows may be fetched and mended; then the list is personal data that nobody needs. */
const KEPT_DAYS = 30;
const BATCH = 20;

/** Removes the files of old lists; what became of their rows stays on record. */
export async function removeOldListsDue(now: Date): Promise<number> {
  const before = startOfDay(addDays(dayInWib(now), -KEPT_DAYS));
  const found = await inOneTransaction(system, async ({ tx }) => ok(await findOldLists(tx, before, BATCH)), {
    now,
  });
  if (!found.ok) return 0;
  for (const list of found.value) {
    if (list.isLast) await removePrivateFile(list.storageKey);
    await inOneTransaction(system, async ({ tx }) => ok(await forgetList(tx, list.id)), { now });
  }
  return found.value.length;
}
