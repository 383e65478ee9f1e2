import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { removePrivateFile } from "#platform/storage/private-files.ts";
import { deletePhotoRow, findReplacedPhotos } from "../repository/documents.ts";

const BATCH = 100;

/** Removes photos of KTPs that were replaced: personal data that nobody needs any more. */
export async function removeReplacedPhotosDue(now: Date): Promise<number> {
  const found = await inOneTransaction(system, async ({ tx }) => ok(await findReplacedPhotos(tx, BATCH)), {
    now,
  });
  if (!found.ok) return 0;
  for (const photo of found.value) {
    await removePrivateFile(photo.storageKey);
    await inOneTransaction(system, async ({ tx }) => ok(await deletePhotoRow(tx, photo.id)), { now });
  }
  return found.value.length;
}
