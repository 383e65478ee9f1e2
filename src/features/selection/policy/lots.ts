import type { Lots } from "../types.ts";
import { KEPT_WORDS as WORDS } from "./keyed-hash.ts";

/** Bytes of a line as the database hands it out: position (2), crowd (4), taken (2); numbers big-endian. */
const BYTES = 8;
/** Positions and the first bits of a key share a double, which is exact up to 53 bits. */
const POSITIONS = 2 ** 26;
const PREFIX_SHIFT = 2 ** 5;

export function emptyLots(count: number): Lots {
  if (count > POSITIONS) throw new RangeError(`a list of ${count} lines is longer than ${POSITIONS}`);
  return {
    count,
    keys: new Uint32Array(count * WORDS),
    strata: new Uint16Array(count),
    crowds: new Int32Array(count),
    taken: new Uint8Array(count),
  };
}

/**
 * Puts lines of one stratum where they belong; their positions are counted from `from` on. Says how many they were.
 */
export function fillLots(lots: Lots, from: number, stratum: number, lines: Uint8Array): number {
  const view = new DataView(lines.buffer, lines.byteOffset, lines.byteLength);
  for (let at = 0; at < lines.byteLength; at += BYTES) {
    const position = from + view.getUint16(at);
    lots.strata[position] = stratum;
    lots.crowds[position] = view.getInt32(at + 2);
    lots.taken[position] = view.getUint16(at + 6);
  }
  return lines.byteLength / BYTES;
}

/**
 * The positions in the order of the draw: priority group, then key. `priorities`: of each stratum. Numbers are sorted
 * instead of lines, the first bits of a key over the position; equal beginnings are settled by the rest.
 */
export function orderLots(lots: Lots, priorities: readonly number[]): Uint32Array {
  const order = new Uint32Array(lots.count);
  let done = 0;
  for (const group of [...new Set(priorities)].sort((one, other) => one - other)) {
    const places = new Float64Array(lots.count - done);
    let count = 0;
    for (let position = 0; position < lots.count; position += 1) {
      if (priorities[lots.strata[position] ?? 0] !== group) continue;
      const prefix = Math.floor((lots.keys[position * WORDS] ?? 0) / PREFIX_SHIFT);
      places[count] = prefix * POSITIONS + position;
      count += 1;
    }
    settleGroup(lots, places.subarray(0, count).sort(), order.subarray(done, done + count));
    done += count;
  }
  return order;
}

function settleGroup(lots: Lots, places: Float64Array, order: Uint32Array): void {
  let begun = 0;
  let before = -1;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    const prefix = Math.floor(place / POSITIONS);
    if (prefix !== before) begun = index;
    before = prefix;
    const position = place - prefix * POSITIONS;
    let at = index;
    for (; at > begun && isBefore(lots.keys, position, order[at - 1] ?? 0); at -= 1)
      order[at] = order[at - 1] ?? 0;
    order[at] = position;
  }
}

/** Throws when two keys agree in 128 bits: of a hash, that means that something is broken. */
function isBefore(keys: Uint32Array, one: number, other: number): boolean {
  for (let word = 0; word < WORDS; word += 1) {
    const difference = (keys[one * WORDS + word] ?? 0) - (keys[other * WORDS + word] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  throw new Error(`the lines at ${one} and ${other} have the same key`);
}
