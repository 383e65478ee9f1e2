import { createPrivateKey, createPublicKey, type KeyObject, sign } from "node:crypto";
import { env } from "#env.ts";

/** What PKCS #8 and SPKI write before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE_PREFIX = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** The id of the key that signs from now on: the last of SIGNING_KEYS in the order of the alphabet. */
export function newestSigningKey(): string {
  return Object.keys(env().SIGNING_KEYS).sort().at(-1) ?? "";
}

/** Signs with Ed25519; the public key as its 32 bytes. Throws when SIGNING_KEYS has no such key. */
export function signWith(
  keyId: string,
  bytes: Uint8Array,
): { readonly signature: Buffer; readonly publicKey: Buffer } {
  const key = privateKey(keyId);
  const publicKey = createPublicKey(key).export({ type: "spki", format: "der" });
  return { signature: sign(null, bytes, key), publicKey: publicKey.subarray(PUBLIC_PREFIX.length) };
}

/** A public key of 32 bytes as other programs read it. */
export function publicKeyPem(publicKey: Uint8Array): string {
  const der = Buffer.concat([PUBLIC_PREFIX, publicKey]);
  return createPublicKey({ key: der, type: "spki", format: "der" })
    .export({ type: "spki", format: "pem" })
    .toString();
}

function privateKey(keyId: string): KeyObject {
  const seed = env().SIGNING_KEYS[keyId];
  if (!seed) throw new Error(`SIGNING_KEYS has no key "${keyId}"`);
  const der = Buffer.concat([PRIVATE_PREFIX, Buffer.from(seed, "hex")]);
  return createPrivateKey({ key: der, type: "pkcs8", format: "der" });
}
