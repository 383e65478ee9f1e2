import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { balanceInWork, insertBudget, lockBudget, sumTaken, updateBudget } from "./budgets.ts";
import { post } from "./post.ts";
import { findTransfer } from "./repository.ts";
import type { AccountName, LedgerRefusal } from "./types.ts";

// Funds control: state budget -> what a wave may promise -> what it promised -> what people took of it. Amounts in rupiah.

type WaveMoney = { readonly waveId: string; readonly schemeCode: string; readonly amount: bigint };
type Moved = Result<unknown, LedgerRefusal>;

const allotmentOf = (waveId: string): AccountName => ({ kind: "wave_allotment", owner: waveId });
/** What a wave promised and its people did not take yet; balances and incentives are taken from it. */
export const committedOf = (waveId: string): AccountName => ({ kind: "wave_committed", owner: waveId });

/** Gives a wave its allotment at the opening, once; one that an administrator set before stays as it is. */
export async function allotByDefault(work: Work, wave: WaveMoney): Promise<Moved> {
  const isNew = await insertBudget(work, { waveId: wave.waveId, isAutomatic: true, setBy: null });
  return isNew ? allotMore(work, { ...wave, changes: 0, before: 0n }) : ok();
}

/**
 * Makes this the whole allotment of a wave, by an administrator's order: the difference moves from the state budget or
 * back to it. What was promised cannot be taken back: the database refuses.
 */
export async function setAllotment(work: Work, wave: WaveMoney, setBy: string): Promise<Moved> {
  await insertBudget(work, { waveId: wave.waveId, isAutomatic: false, setBy });
  const budget = await lockBudget(work.tx, wave.waveId);
  await updateBudget(work, { ...budget, isAutomatic: false, setBy });
  return allotMore(work, {
    ...wave,
    amount: wave.amount - budget.amount,
    changes: budget.changes,
    before: budget.amount,
  });
}

/**
 * Reserves the promises that a decree makes. A wave whose allotment nobody set is given what is missing for a place that
 * is given away a second time; one with a set allotment is refused what goes beyond it.
 */
export async function reservePromises(
  work: Work,
  { waveId, schemeCode, amount }: WaveMoney,
  decree: string,
): Promise<Moved> {
  const budget = await lockBudget(work.tx, waveId);
  const order = {
    ...{ key: `commitment:${decree}`, kind: "commitment", waveId, amount },
    ...{ from: allotmentOf(waveId), to: committedOf(waveId) },
  };
  // Reserved before: nothing is missing for it.
  if (await findTransfer(work.tx, order.key)) return move(work, order);
  const missing = amount - (await balanceInWork(work.tx, allotmentOf(waveId)));
  if (budget.isAutomatic && missing > 0n) {
    const more = { waveId, schemeCode, amount: missing, changes: budget.changes, before: budget.amount };
    const allotted = await allotMore(work, more);
    if (!allotted.ok) return allotted;
  }
  return move(work, order);
}

/** A place became free: what of its promise was not taken may be promised again. */
export async function releasePromise(
  work: Work,
  { waveId, participantId, promise }: { waveId: string; participantId: string; promise: bigint },
): Promise<Moved> {
  const unused = promise - (await sumTaken(work.tx, participantId));
  return move(work, {
    ...{ key: `release:${participantId}`, kind: "release", waveId, amount: unused > 0n ? unused : 0n },
    ...{ from: committedOf(waveId), to: allotmentOf(waveId) },
  });
}

async function allotMore(
  work: Work,
  wave: WaveMoney & { readonly changes: number; readonly before: bigint },
): Promise<Moved> {
  const { waveId, schemeCode, amount, changes } = wave;
  const moved = await move(work, {
    ...{ key: `allotment:${waveId}:${changes}`, kind: "allotment", waveId, amount },
    ...{ from: { kind: "state_budget", owner: schemeCode }, to: allotmentOf(waveId) },
  });
  if (!moved.ok) return moved;
  await updateBudget(work, { waveId, amount: wave.before + amount, changes: changes + 1 });
  return ok();
}

type Move = {
  readonly key: string;
  readonly kind: string;
  readonly waveId: string;
  readonly from: AccountName;
  readonly to: AccountName;
  readonly amount: bigint;
};

/** Nothing is written of an amount of nothing. */
async function move(work: Work, { from, to, amount, ...order }: Move): Promise<Moved> {
  if (amount === 0n) return ok();
  return post(work, {
    ...order,
    lines: [
      { account: from, amount: -amount },
      { account: to, amount },
    ],
  });
}
