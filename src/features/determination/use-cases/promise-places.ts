import { ok, type Result, refuse } from "#kernel/result.ts";
import { allotByDefault, releasePromise, reservePromises } from "#ledger/funds.ts";
import { promiseOf } from "#ledger/promise.ts";
import type { Work } from "#platform/db/work.ts";
import type { DeterminationRefusal } from "../refusals.ts";
import { findPlaceTerms, findWaveOf } from "../repository/promises.ts";

/**
 * Reserves the money that a decree promises to so many people, in one transfer. Refused when it is more than the wave's
 * allotment. A wave that was opened without one is allotted its places first.
 */
export async function promisePlaces(
  work: Work,
  { waveId, decree, people }: { readonly waveId: string; readonly decree: string; readonly people: number },
): Promise<Result<void, DeterminationRefusal>> {
  const { schemeCode, quota, terms } = await findPlaceTerms(work.tx, waveId);
  const promise = promiseOf(terms);
  const allotted = await allotByDefault(work, { waveId, schemeCode, amount: promise * BigInt(quota) });
  if (!allotted.ok) throw new Error(`no allotment of ${waveId}: ${allotted.refusal.code}`);
  const amount = promise * BigInt(people);
  const reserved = await reservePromises(work, { waveId, schemeCode, amount }, decree);
  if (reserved.ok) return ok();
  if (reserved.refusal.code === "ledger-insufficient")
    return refuse({ code: "determination-over-allotment", people, amount: Number(amount) });
  throw new Error(`promises of ${decree} not reserved: ${reserved.refusal.code}`);
}

/** A recipient's place became free, or they are through: what of its promise nobody took may be promised again. */
export async function givePromiseBack(work: Work, participantId: string): Promise<void> {
  const waveId = await findWaveOf(work.tx, participantId);
  if (!waveId) return;
  const { terms } = await findPlaceTerms(work.tx, waveId);
  const released = await releasePromise(work, { waveId, participantId, promise: promiseOf(terms) });
  if (!released.ok) throw new Error(`promise of ${participantId} not released: ${released.refusal.code}`);
}
