import { createHash } from "node:crypto";
import { system } from "#authorization/actor.ts";
import { findQuotas, findSchemeOfWave } from "#features/waves/queries.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { paddedKeys } from "../policy/keyed-hash.ts";
import { emptyLots, fillLots, orderLots } from "../policy/lots.ts";
import { seedOf } from "../policy/promises.ts";
import { decideDraw, isUnderWay } from "../policy/steps.ts";
import { walkLots } from "../policy/walk.ts";
import { sha256 } from "../queries/sha256.ts";
import {
  beginPlaces,
  findDrawBasis,
  findStrata,
  finishPlaces,
  insertDraw,
  insertPlaces,
  type KeysAndStrata,
  readLeaves,
  readLots,
  stretchInWords,
} from "../repository/draw.ts";
import {
  allowLargeSorts,
  failRun,
  findRun,
  finishRun,
  lockWaveToSelect,
  markWave,
  type WaveToSelect,
  waitForOtherWaves,
} from "../repository/runs.ts";
import type { Lots, Walk } from "../types.ts";

/** How long a whole wave may take. */
const SECONDS = 3_600;
const LINES_AT_ONCE = 65_536;

type Basis = NonNullable<Awaited<ReturnType<typeof findDrawBasis>>>;

/**
 * Draws a wave (docs/decisions/0012): the seed from the list and the three values, the order from the seed, the result
 * from the order. Asked a second time it changes nothing. `now` is given by seeds and tests only.
 */
export async function drawWaveReaction(
  { waveId }: { readonly waveId: string },
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      await waitForOtherWaves(work.tx);
      const wave = await lockWaveToSelect(work.tx, waveId);
      const run = await findRun(work.tx, waveId, "draw");
      if (!wave || !run || !isUnderWay(run)) return ok();
      const basis = await findDrawBasis(work.tx, waveId);
      const decision = decideDraw(wave.status, basis?.shown.size ?? 0);
      if (!decision.ok) await failRun(work.tx, waveId, "draw", decision.refusal.code);
      else if (basis) await draw(work, wave, basis, run.askedBy);
      return ok();
    },
    { ...conditions, seconds: SECONDS },
  );
}

async function draw(work: Work, wave: WaveToSelect, basis: Basis, askedBy: string): Promise<void> {
  const { tx, now } = work;
  await allowLargeSorts(tx);
  const seed = seedOf(sha256, wave.number, basis.root, valuesOf(basis));
  const strata = await findStrata(tx, wave.id);
  const lots = await readAllLots(work, wave, basis.entryCount, { ...paddedKeys(seed), strata });
  const order = orderLots(
    lots,
    strata.map(({ priority }) => priority),
  );
  const walk = walkLots(lots, order, { strata, places: await findPlaces(work, wave) });
  const digest = await keepPlaces(work, wave, order, walk);
  const { selectedCount } = walk;
  const by = { rule: RULE_VERSION, drawnAt: now, drawnBy: askedBy };
  await insertDraw(tx, { waveId: wave.id, seed, selectedCount, digest, ...by });
  await markWave(tx, wave.id, "drawn", now);
  await finishRun(tx, wave.id, "draw", now);
  await work.record({
    action: "wave-drawn",
    subject: `wave:${wave.id}`,
    details: {
      ...{ number: wave.number, entries: order.length, selected: selectedCount, askedBy },
      digest: Buffer.from(digest).toString("hex"),
    },
  });
}

function valuesOf({ shown }: Basis) {
  const [operator, witness, figure] = [shown.get("operator"), shown.get("witness"), shown.get("public")];
  if (!operator || !witness || !figure) throw new Error("a value is missing");
  return { operator, witness, public: figure };
}

async function findPlaces(work: Work, wave: WaveToSelect) {
  const { parameters } = await findSchemeOfWave(wave.id);
  const quotas = await findQuotas(wave.id, work.tx);
  return { ...quotas, quota: wave.quota, perFamilyCard: parameters.recipientsPerFamilyCard };
}

/** While one block is taken, the database makes the next. */
async function readAllLots(
  work: Work,
  wave: WaveToSelect,
  entryCount: number,
  keys: KeysAndStrata,
): Promise<Lots> {
  const lots = emptyLots(entryCount);
  const read = (from: number) => readLots(work.tx, wave.id, { from, count: LINES_AT_ONCE }, keys);
  let next = read(0);
  let from = 0;
  while (from < entryCount) {
    const block = await next;
    if (from + LINES_AT_ONCE < entryCount) next = read(from + LINES_AT_ONCE);
    from += fillLots(lots, from, block);
    if (from % LINES_AT_ONCE !== 0 && from < entryCount) throw new Error(`lines are missing at ${from}`);
  }
  await next;
  return lots;
}

/**
 * Writes the whole order down. Answers the digest: SHA-256 over the leaves of the selected in their order. While the
 * database writes one stretch, the next is put into words.
 */
async function keepPlaces(
  { tx }: Work,
  wave: WaveToSelect,
  order: Uint32Array,
  { stratumRanks, outcomes }: Walk,
): Promise<Uint8Array<ArrayBuffer>> {
  const digest = createHash("sha256");
  await beginPlaces(tx, wave);
  let writing: Promise<void> = Promise.resolve();
  for (let from = 0; from < order.length; from += LINES_AT_ONCE) {
    const to = from + LINES_AT_ONCE;
    const [positions, came] = [order.subarray(from, to), outcomes.subarray(from, to)];
    const words = stretchInWords(positions, stratumRanks.subarray(from, to), came);
    const selected = positions.filter((_, index) => came[index] === 0);
    await writing;
    writing = insertPlaces(tx, wave, from + 1, words);
    if (selected.length > 0) digest.update(await readLeaves(tx, wave.id, selected));
  }
  await writing;
  await finishPlaces(tx, wave);
  return new Uint8Array(digest.digest());
}
