import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { removePrivateFile } from "#platform/storage/private-files.ts";
import { deleteReplacedPhotos, findUnclaimedFiles, forgetUnclaimedFile } from "../repository/documents.ts";

const BATCH = 100;

/**
 * Removes photos that nobody needs any more: replaced ones, those whose registration went, and those that were written
 * for a command that was refused. A file goes before its note, so that a stop in between loses nothing.
 */
export async function removeReplacedPhotosDue(now: Date): Promise<number> {
  const found = await inOneTransaction(
    system,
    async ({ tx }) => {
      await deleteReplacedPhotos(tx, BATCH);
      return ok(await findUnclaimedFiles(tx, now, BATCH));
    },
    { now },
  );
  if (!found.ok) return 0;
  for (const storageKey of found.value) {
    await removePrivateFile(storageKey);
    await inOneTransaction(system, async ({ tx }) => ok(await forgetUnclaimedFile(tx, storageKey)), { now });
  }
  return found.value.length;
}
