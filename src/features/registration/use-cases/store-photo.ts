import { ok, type Result } from "#kernel/result.ts";
import { type PhotoFault, preparePhoto } from "#platform/media/photo.ts";
import { writePrivateFile } from "#platform/storage/private-files.ts";
import type { StoredPhoto } from "../types.ts";

/**
 * Reads a photo of a KTP or a face, makes it upright and small, and keeps it. Done before the command's transaction, which
 * then only takes the photo's name; a photo whose command is refused is never shown to anybody.
 */
export async function storePhoto(
  photo: Uint8Array,
  storageKey: string,
): Promise<Result<StoredPhoto, PhotoFault>> {
  const prepared = await preparePhoto(photo);
  if (!prepared.ok) return prepared;
  const { jpeg, width, height, quality } = prepared.value;
  await writePrivateFile(storageKey, jpeg);
  return ok({ storageKey, width, height, bytes: jpeg.byteLength, quality });
}
