import { hash } from "node:crypto";

const BLOCK = 64;

/**
 * HMAC-SHA-256 under a key of at most 64 bytes. The same bytes as `createHmac`, several times faster for millions of
 * short texts: the two padded keys are made once, and nothing but two one-shot hashes is left for each text.
 */
export function hmacUnder(key: Uint8Array): (text: string) => Uint8Array {
  if (key.length > BLOCK) throw new RangeError("the key is longer than a block");
  const inner = Buffer.alloc(BLOCK + 256);
  const outer = Buffer.alloc(BLOCK + 32);
  for (let index = 0; index < BLOCK; index += 1) {
    inner[index] = (key[index] ?? 0) ^ 0x36;
    outer[index] = (key[index] ?? 0) ^ 0x5c;
  }
  return (text) => {
    const length = inner.write(text, BLOCK, "utf8");
    if (length !== Buffer.byteLength(text)) throw new RangeError("the text is longer than 256 bytes");
    outer.set(hash("sha256", inner.subarray(0, BLOCK + length), "buffer"), BLOCK);
    return hash("sha256", outer, "buffer");
  };
}
