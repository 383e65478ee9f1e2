import { BLOCK, type Digest, extend, firstDigest, startOf } from "./sha256-blocks.ts";

const LEAF = 32;
const WORDS = LEAF / 4;
/** Half of a key settles every order; equal halves are reported, never guessed. */
export const KEPT_WORDS = 4;

/** Puts the first half of the key of each of these leaves, as four words, into `keys` from the word `at` on. */
export type KeysOfLeaves = (leaves: Uint8Array, keys: Uint32Array, at: number) => void;

/**
 * HMAC-SHA-256 of whole blocks of leaves under one seed. A library's function is called anew for each leaf and takes the
 * padded seed in again each time; here both paddings are taken in once, which leaves two blocks of the hash for a leaf.
 */
export function keysUnder(seed: Uint8Array): KeysOfLeaves {
  if (seed.length > BLOCK) throw new RangeError("the key is longer than a block");
  const [inner, outer] = [startUnder(seed, 0x36), startUnder(seed, 0x5c)];
  // What follows a hash is always the same end of a message: a bit, zeros, and the length in bits.
  const words = new Int32Array(BLOCK / 4);
  words[WORDS] = 0x80000000;
  words[words.length - 1] = (BLOCK + LEAF) * 8;
  const digest = firstDigest();
  return (leaves, keys, at) => {
    const view = new DataView(leaves.buffer, leaves.byteOffset, leaves.byteLength);
    let to = at;
    for (let leaf = 0; leaf + LEAF <= leaves.length; leaf += LEAF) {
      for (let word = 0; word < WORDS; word += 1) {
        words[word] = view.getInt32(leaf + word * 4);
        digest[word] = inner[word] ?? 0;
      }
      extend(digest, words);
      for (let word = 0; word < WORDS; word += 1) {
        words[word] = digest[word] ?? 0;
        digest[word] = outer[word] ?? 0;
      }
      extend(digest, words);
      for (let word = 0; word < KEPT_WORDS; word += 1) keys[to + word] = digest[word] ?? 0;
      to += KEPT_WORDS;
    }
  };
}

function startUnder(seed: Uint8Array, pad: number): Digest {
  return startOf(Uint8Array.from({ length: BLOCK }, (_, index) => (seed[index] ?? 0) ^ pad));
}
