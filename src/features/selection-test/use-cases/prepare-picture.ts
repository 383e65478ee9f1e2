import { createHash } from "node:crypto";
import { ok, type Result } from "#kernel/result.ts";
import { type PhotoFault, preparePhoto } from "#platform/media/photo.ts";
import type { NewPicture } from "../types/bank.ts";

/**
 * An uploaded picture, unpacked and written anew, so that nothing but what can be seen is left, under the hash of its
 * bytes. Done before the command's transaction.
 */
export async function preparePicture(bytes: Uint8Array): Promise<Result<NewPicture, PhotoFault>> {
  const prepared = await preparePhoto(bytes);
  if (!prepared.ok) return prepared;
  const jpeg = new Uint8Array(prepared.value.jpeg);
  const id = createHash("sha256").update(jpeg).digest("hex").slice(0, 32);
  return ok({ id, bytes: jpeg });
}
