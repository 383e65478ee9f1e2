import { system } from "#authorization/actor.ts";
import { findQuotas, findSchemeOfWave } from "#features/waves/queries.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { orderLots } from "../policy/lots.ts";
import { seedOf } from "../policy/promises.ts";
import { decideDraw, isUnderWay } from "../policy/steps.ts";
import { walkLots } from "../policy/walk.ts";
import { sha256 } from "../queries/sha256.ts";
import { findDrawBasis, insertDraw, insertStrata } from "../repository/draw.ts";
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
import { digestOfSelected, keepPlaces, readAllLots } from "./draw-in-stretches.ts";

/** How long a whole wave may take. */
const SECONDS = 3_600;

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
  const { lots, strata } = await readAllLots(work, wave, basis.entryCount, seed);
  const order = orderLots(
    lots,
    strata.map(({ priority }) => priority),
  );
  const walk = walkLots(lots, order, { strata, places: await findPlaces(work, wave) });
  const [digest] = await Promise.all([
    digestOfSelected(wave, order, walk),
    keepPlaces(work, wave, order, walk),
  ]);
  const { selectedCount } = walk;
  const by = { rule: RULE_VERSION, drawnAt: now, drawnBy: askedBy };
  await insertDraw(tx, { waveId: wave.id, seed, selectedCount, digest, ...by });
  await insertStrata(
    tx,
    wave.id,
    strata.map((stratum, number) => ({ ...stratum, ...(walk.reached[number] ?? nobody) })),
  );
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

const nobody = { selected: 0, cutOff: 0 };
