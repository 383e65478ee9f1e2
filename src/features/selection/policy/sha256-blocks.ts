/** The eight words of a SHA-256 that is under way (FIPS 180-4). */
export type Digest = Int32Array;

/** Bytes that SHA-256 takes in at once. */
export const BLOCK = 64;
const ROUNDS = 64;

const primes: number[] = [];
for (let number = 2; primes.length < ROUNDS; number += 1)
  if (primes.every((prime) => number % prime !== 0)) primes.push(number);

/** The first 32 bits of what a number has behind its point. */
const fraction = (number: number) => ((number - Math.floor(number)) * 2 ** 32) | 0;
const constants = Int32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));

/** The digest before anything was taken in. */
export function firstDigest(): Digest {
  return Int32Array.from(primes.slice(0, 8), (prime) => fraction(Math.sqrt(prime)));
}

/** The digest after the first block of a message. */
export function startOf(block: Uint8Array): Digest {
  const view = new DataView(block.buffer, block.byteOffset, BLOCK);
  const digest = firstDigest();
  extend(
    digest,
    Int32Array.from({ length: BLOCK / 4 }, (_, word) => view.getInt32(word * 4)),
  );
  return digest;
}

const schedule = new Int32Array(ROUNDS);

/** Takes the first sixteen words of `block` in. */
export function extend(digest: Digest, block: Int32Array): void {
  for (let t = 0; t < 16; t += 1) schedule[t] = at(block, t);
  for (let t = 16; t < ROUNDS; t += 1) {
    const x = at(schedule, t - 15);
    const y = at(schedule, t - 2);
    const early = ((x >>> 7) | (x << 25)) ^ ((x >>> 18) | (x << 14)) ^ (x >>> 3);
    const late = ((y >>> 17) | (y << 15)) ^ ((y >>> 19) | (y << 13)) ^ (y >>> 10);
    schedule[t] = at(schedule, t - 16) + early + at(schedule, t - 7) + late;
  }
  turn(digest);
}

/** The rounds: plain assignments, because they run some hundred times a line of a list. */
function turn(digest: Digest): void {
  let a = at(digest, 0);
  let b = at(digest, 1);
  let c = at(digest, 2);
  let d = at(digest, 3);
  let e = at(digest, 4);
  let f = at(digest, 5);
  let g = at(digest, 6);
  let h = at(digest, 7);
  for (let t = 0; t < ROUNDS; t += 1) {
    const turned = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + turned + ((e & f) ^ (~e & g)) + at(constants, t) + at(schedule, t)) | 0;
    const other = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = other + ((a & b) ^ (a & c) ^ (b & c));
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  digest[0] = at(digest, 0) + a;
  digest[1] = at(digest, 1) + b;
  digest[2] = at(digest, 2) + c;
  digest[3] = at(digest, 3) + d;
  digest[4] = at(digest, 4) + e;
  digest[5] = at(digest, 5) + f;
  digest[6] = at(digest, 6) + g;
  digest[7] = at(digest, 7) + h;
}

/** A word that is there. */
function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}
