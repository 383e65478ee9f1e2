import { createCipheriv, createDecipheriv, createHmac, randomBytes } from "node:crypto";
import { env } from "#env.ts";

const IV_BYTES = 12;
const TAG_BYTES = 16;
const ID_BYTES = 8;

/** Encrypts one field of personal data (AES-256-GCM): key id, nonce, tag, text. */
export function encryptField(text: string): Uint8Array<ArrayBuffer> {
  const keyId = newestKeyId();
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv("aes-256-gcm", keyOf(keyId), iv);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return new Uint8Array(
    Buffer.concat([Buffer.from(keyId.padEnd(ID_BYTES, " ")), iv, cipher.getAuthTag(), body]),
  );
}

/** Reads an encrypted field. Throws when it was tampered with or its key is gone. */
export function decryptField(stored: Uint8Array): string {
  const bytes = Buffer.from(stored);
  const tagAt = ID_BYTES + IV_BYTES;
  const decipher = createDecipheriv("aes-256-gcm", keyOf(keyIdOf(bytes)), bytes.subarray(ID_BYTES, tagAt));
  decipher.setAuthTag(bytes.subarray(tagAt, tagAt + TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(tagAt + TAG_BYTES)), decipher.final()]).toString(
    "utf8",
  );
}

/** The key that encrypts from now on. */
export function newestKeyId(): string {
  return Object.keys(env().FIELD_KEYS).sort().at(-1) ?? "";
}

/** The key that something was encrypted with. */
export function keyIdOf(stored: Uint8Array): string {
  return Buffer.from(stored).toString("utf8", 0, ID_BYTES).trimEnd();
}

export type IndexedField =
  | "nik"
  | "family-card"
  | "phone"
  | "email"
  | "card"
  | "payout-account"
  | "register-question"
  | "payment-token";

/** The keyed hash by which an encrypted field is found; equal values of one field give equal hashes. */
export function blindIndex(field: IndexedField, value: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(
    createHmac("sha256", Buffer.from(env().INDEX_KEY, "hex")).update(`${field}:${value}`).digest(),
  );
}

function keyOf(id: string): Buffer {
  const key = env().FIELD_KEYS[id];
  if (!key) throw new Error(`FIELD_KEYS has no key "${id}"`);
  return Buffer.from(key, "hex");
}
