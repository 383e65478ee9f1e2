import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { S3Driver } from "flydrive/drivers/s3";
import { env } from "#env.ts";
import { decryptField, encryptField, keyIdOf, newestKeyId } from "#platform/db/field-encryption.ts";

type Storage = {
  readonly disk: Disk;
  readonly prefix: string;
  /** Whether a file that is written again is the old one or the new one at every moment. */
  readonly writesWhole: boolean;
};
let opened: Storage | undefined;

/** Files that only their owner may see. They lie encrypted, so that neither a disk nor a bucket shows a KTP. */
export async function writePrivateFile(key: string, bytes: Uint8Array): Promise<void> {
  const { disk, prefix } = storage();
  await disk.put(`${prefix}${key}`, encryptField(Buffer.from(bytes).toString("base64")));
}

/** The file's bytes. Throws when there is none, or when it was tampered with. */
export async function readPrivateFile(key: string): Promise<Uint8Array<ArrayBuffer>> {
  const { disk, prefix } = storage();
  const kept = await disk.getBytes(`${prefix}${key}`);
  return new Uint8Array(Buffer.from(decryptField(kept), "base64"));
}

/** Removing a file that is gone already is no fault. */
export async function removePrivateFile(key: string): Promise<void> {
  const { disk, prefix } = storage();
  await disk.delete(`${prefix}${key}`);
}

/**
 * Encrypts a file with the newest key where an older one was used; false when there was nothing to do, or no file. The
 * new file takes the place of the old one whole: whoever is stopped half-way has lost nothing.
 */
export async function renewPrivateFile(key: string): Promise<boolean> {
  const { disk, prefix, writesWhole } = storage();
  const place = `${prefix}${key}`;
  if (!(await disk.exists(place))) return false;
  const kept = await disk.getBytes(place);
  if (keyIdOf(kept) === newestKeyId()) return false;
  const renewed = encryptField(decryptField(kept));
  if (writesWhole) await disk.put(place, renewed);
  else {
    await disk.put(`${place}.renewed`, renewed);
    await disk.move(`${place}.renewed`, place);
  }
  return true;
}

function storage(): Storage {
  opened ??= open(new URL(env().STORAGE_URL));
  return opened;
}

/** file:///folder, or s3://bucket/prefix?region=...&endpoint=... */
function open(url: URL): Storage {
  if (url.protocol === "file:")
    return {
      disk: new Disk(new FSDriver({ location: url, visibility: "private" })),
      prefix: "",
      writesWhole: false,
    };
  const folder = url.pathname.replace(/^\/|\/$/g, "");
  return { disk: new Disk(bucketOf(url)), prefix: folder ? `${folder}/` : "", writesWhole: true };
}

function bucketOf(url: URL): S3Driver {
  const { S3_ACCESS_KEY: accessKeyId, S3_SECRET_KEY: secretAccessKey } = env();
  const endpoint = url.searchParams.get("endpoint");
  return new S3Driver({
    bucket: url.hostname,
    visibility: "private",
    supportsACL: false,
    region: url.searchParams.get("region") ?? "us-east-1",
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: 15_000 },
    // The encryption proves a file by itself, and not every store that speaks S3 knows the newer checksums.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
    ...(accessKeyId && secretAccessKey ? { credentials: { accessKeyId, secretAccessKey } } : {}),
  });
}
