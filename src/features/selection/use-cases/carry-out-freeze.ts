import { system } from "#authorization/actor.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { RULE_VERSION } from "#features/waves/types.ts";
import { dayInWib } from "#kernel/calendar.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { decideFreeze, isUnderWay } from "../policy/steps.ts";
import { insertFrozenEntries } from "../repository/frozen-entries.ts";
import { insertLeaves, insertList, insertTree } from "../repository/list.ts";
import {
  allowLargeSorts,
  failRun,
  findRun,
  finishRun,
  isAnotherUndecided,
  lockWaveToSelect,
  markWave,
  type WaveToSelect,
  waitForOtherWaves,
} from "../repository/runs.ts";

/** How long a whole wave may take. */
const SECONDS = 3_600;
const SALT_BYTES = 32;

/**
 * Fixes the list of a wave: the rules of eligibility over everybody who joined, the lines of the eligible in the order
 * of their leaves, the tree over them. Asked a second time it changes nothing. `now` is given by seeds and tests only.
 */
export async function freezeWaveReaction(
  { waveId }: { readonly waveId: string },
  conditions: { readonly now?: Date } = {},
): Promise<void> {
  await inOneTransaction(
    system,
    async (work) => {
      await waitForOtherWaves(work.tx);
      const wave = await lockWaveToSelect(work.tx, waveId);
      const run = await findRun(work.tx, waveId, "freeze");
      if (!wave || !run || !isUnderWay(run)) return ok();
      const decision = decideFreeze(wave.status, await isAnotherUndecided(work.tx, waveId));
      if (decision.ok) await freeze(work, wave, run.askedBy);
      else await failRun(work.tx, waveId, "freeze", decision.refusal.code);
      return ok();
    },
    { ...conditions, seconds: SECONDS },
  );
}

async function freeze(work: Work, wave: WaveToSelect, askedBy: string): Promise<void> {
  const { tx, now } = work;
  const { parameters } = await findSchemeOfWave(wave.id);
  const salt = new Uint8Array(work.chance.bytes(SALT_BYTES));
  await allowLargeSorts(tx);
  const joined = await insertFrozenEntries(tx, wave.id, dayInWib(wave.closesAt), parameters);
  const perFamilyCard = parameters.recipientsPerFamilyCard;
  const entryCount = await insertLeaves(tx, wave, { salt, perFamilyCard });
  const root = await insertTree(tx, wave.id);
  const refusedCount = joined - entryCount;
  const by = { rule: RULE_VERSION, frozenAt: now, frozenBy: askedBy };
  await insertList(tx, { waveId: wave.id, salt, root, entryCount, refusedCount, ...by });
  await markWave(tx, wave.id, "frozen", now);
  await finishRun(tx, wave.id, "freeze", now);
  await work.record({
    action: "wave-frozen",
    subject: `wave:${wave.id}`,
    details: {
      ...{ number: wave.number, entries: entryCount, refused: refusedCount, askedBy },
      root: Buffer.from(root).toString("hex"),
    },
  });
}
