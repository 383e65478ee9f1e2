import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Work } from "#platform/db/work.ts";
import { KEPT_WORDS, keysUnder } from "../policy/keyed-hash.ts";
import { emptyLots, fillLots } from "../policy/lots.ts";
import { turnsOfSelected } from "../policy/walk.ts";
import {
  beginPlaces,
  finishPlaces,
  insertPlaces,
  readLeaves,
  readLots,
  stretchInWords,
} from "../repository/draw.ts";
import type { WaveToSelect } from "../repository/runs.ts";
import type { Lots, Stratum, Walk } from "../types.ts";

// A list is read, and its order written, in stretches: the memory that this takes does not grow with the list.

/** A multiple of what a row of the tree holds, and no more than two bytes can count. */
const LINES_AT_ONCE = 65_536;
const LEAF_BYTES = 32;
/** Turns of the event loop that a statement takes at most until it has left for the database. */
const TURNS = 3;

/** While one stretch is hashed, the database makes the next. Strata have their numbers in the order in which they occur. */
export async function readAllLots(
  { tx }: Work,
  wave: WaveToSelect,
  entryCount: number,
  seed: Uint8Array,
): Promise<{ readonly lots: Lots; readonly strata: readonly Stratum[] }> {
  const lots = emptyLots(entryCount);
  const strata = new Map<string, Stratum & { readonly number: number }>();
  const putKeys = keysUnder(seed);
  const read = (from: number) => readLots(tx, wave.id, { from, count: LINES_AT_ONCE });
  let next = read(0);
  for (let from = 0; from < entryCount; from += LINES_AT_ONCE) {
    const { leaves, strata: parts } = await next;
    if (from + LINES_AT_ONCE < entryCount) {
      next = read(from + LINES_AT_ONCE);
      await sent(next);
    }
    let count = 0;
    for (const { lines, provinceCode, priority } of parts) {
      const name = `${provinceCode} ${priority}`;
      const stratum = strata.get(name) ?? { provinceCode, priority, number: strata.size };
      strata.set(name, stratum);
      count += fillLots(lots, from, stratum.number, lines);
    }
    if (count !== Math.min(LINES_AT_ONCE, entryCount - from) || leaves.length !== count * LEAF_BYTES)
      throw new Error(`lines are missing from ${from} on`);
    putKeys(leaves, lots.keys, from * KEPT_WORDS);
  }
  await next;
  return {
    lots,
    strata: [...strata.values()].map(({ provinceCode, priority }) => ({ provinceCode, priority })),
  };
}

/** Writes the whole order down. While the database writes one stretch, the next is put into words. */
export async function keepPlaces(
  { tx }: Work,
  wave: WaveToSelect,
  order: Uint32Array,
  { stratumRanks, outcomes }: Walk,
): Promise<void> {
  await beginPlaces(tx, wave);
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < order.length; from += LINES_AT_ONCE) {
    const to = from + LINES_AT_ONCE;
    const words = stretchInWords(
      order.subarray(from, to),
      stratumRanks.subarray(from, to),
      outcomes.subarray(from, to),
    );
    await writing;
    writing = insertPlaces(tx, wave, from + 1, words);
    await sent(writing);
  }
  await writing;
  await finishPlaces(tx, wave);
}

/** SHA-256 over the leaves of the selected in their order. */
export async function digestOfSelected(
  wave: WaveToSelect,
  order: Uint32Array,
  { outcomes, selectedCount }: Walk,
): Promise<Uint8Array<ArrayBuffer>> {
  const turns = turnsOfSelected(order, outcomes);
  const chosen = Buffer.alloc(selectedCount * LEAF_BYTES);
  for (let from = 0; from < turns.length; from += LINES_AT_ONCE) {
    const leaves = await readLeaves(wave.id, { from, count: LINES_AT_ONCE });
    for (let line = 0; line * LEAF_BYTES < leaves.length; line += 1) {
      const turn = turns[from + line] ?? 0;
      if (turn === 0) continue;
      chosen.set(leaves.subarray(line * LEAF_BYTES, (line + 1) * LEAF_BYTES), (turn - 1) * LEAF_BYTES);
    }
  }
  return new Uint8Array(createHash("sha256").update(chosen).digest());
}

/** Lets a statement leave for the database, which then works on it while this process does something else. */
async function sent(statement: Promise<unknown>): Promise<void> {
  // Whoever waits for it hears of its failure; nobody does yet.
  statement.catch(() => {});
  for (let turn = 0; turn < TURNS; turn += 1) await setImmediate();
}
