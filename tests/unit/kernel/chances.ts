import fc from "fast-check";
import type { Chance } from "#kernel/random.ts";

/** A replayable stream of chance (mulberry32), so that a failing property can be run again. */
export function seededChance(seed: number): Chance {
  let state = seed;
  const nextByte = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) & 0xff;
  };
  return { bytes: (length) => Uint8Array.from({ length }, nextByte) };
}

export const anyChance = fc.integer().map(seededChance);
