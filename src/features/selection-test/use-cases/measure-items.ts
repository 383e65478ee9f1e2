import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { itemsToRest } from "../policy/bank.ts";
import {
  addAnswers,
  addExposure,
  findExposed,
  lockRollUps,
  setResting,
  takeUncounted,
} from "../repository/bank-roll-ups.ts";

/** Attempts of one transaction, and transactions of one look. */
const BATCH = 500;
const BATCHES = 20;

/**
 * Counts what was drawn and what was handed in since the last look, each attempt exactly once, and lets the items rest
 * that were shown too often. Says how many attempts and items it changed.
 */
export async function measureItemsDue(now: Date): Promise<number> {
  let done = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const counted = await countBatch(now);
    done += counted;
    if (counted === 0) break;
  }
  return done + (await restAndWake(now));
}

async function countBatch(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async ({ tx }) => {
      if (!(await lockRollUps(tx))) return ok(0);
      const drawn = await takeUncounted(tx, "drawn", BATCH);
      if (drawn.length > 0) await addExposure(tx, drawn);
      const submitted = await takeUncounted(tx, "submitted", BATCH);
      if (submitted.length > 0) await addAnswers(tx, submitted, now);
      return ok(drawn.length + submitted.length);
    },
    { now },
  );
  return result.ok ? result.value : 0;
}

async function restAndWake(now: Date): Promise<number> {
  const result = await inOneTransaction(
    system,
    async ({ tx }) => {
      if (!(await lockRollUps(tx))) return ok(0);
      const { items, attempts } = await findExposed(tx, now);
      return ok(await setResting(tx, [...itemsToRest(items, attempts)]));
    },
    { now },
  );
  return result.ok ? result.value : 0;
}
