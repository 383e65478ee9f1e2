import { system } from "#authorization/actor.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { type PhotoFault, preparePhoto } from "#platform/media/photo.ts";
import { writePrivateFile } from "#platform/storage/private-files.ts";
import { expectFile } from "../repository/documents.ts";
import type { StoredPhoto } from "../types.ts";

/** Longer than any command may wait for its photo. */
const UNCLAIMED_SECONDS = 24 * 3600;

/**
 * Reads a photo of a KTP or a face, makes it upright and small, and keeps it. Done before the command's transaction, which
 * then only takes the photo's name. The file is noted before it is written: when the command is refused, or the machine
 * stops in between, it is removed a day later.
 */
export async function storePhoto(
  photo: Uint8Array,
  storageKey: string,
): Promise<Result<StoredPhoto, PhotoFault>> {
  const prepared = await preparePhoto(photo);
  if (!prepared.ok) return prepared;
  const { jpeg, width, height, quality } = prepared.value;
  await inOneTransaction(system, async ({ tx, now }) =>
    ok(await expectFile(tx, storageKey, addSeconds(now, UNCLAIMED_SECONDS))),
  );
  await writePrivateFile(storageKey, jpeg);
  return ok({ storageKey, width, height, bytes: jpeg.byteLength, quality });
}
