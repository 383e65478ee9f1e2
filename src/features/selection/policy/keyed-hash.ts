const BLOCK = 64;

/** The two padded keys of HMAC-SHA-256 under a seed: the hash is then SHA-256(outer || SHA-256(inner || message)). */
export function paddedKeys(seed: Uint8Array): {
  readonly inner: Uint8Array<ArrayBuffer>;
  readonly outer: Uint8Array<ArrayBuffer>;
} {
  if (seed.length > BLOCK) throw new RangeError("the key is longer than a block");
  const padded = (pad: number) => Uint8Array.from({ length: BLOCK }, (_, index) => (seed[index] ?? 0) ^ pad);
  return { inner: padded(0x36), outer: padded(0x5c) };
}
