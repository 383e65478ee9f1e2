import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { signHead } from "#ledger/heads.ts";
import { sealNext } from "#ledger/seal.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { insertLetters } from "../repository.ts";

const BATCH = 500;
const BATCHES = 40;

/** Seals what was posted since, a batch a transaction, then signs the day's head where it is not signed. Says how many. */
export async function sealJournalDue(now: Date): Promise<number> {
  let sealed = 0;
  for (let batch = 0; batch < BATCHES; batch += 1) {
    const result = await inOneTransaction(system, async (work) => ok(await sealNext(work, BATCH)), { now });
    const count = result.ok ? result.value : 0;
    sealed += count;
    if (count < BATCH) break;
  }
  const head = await inOneTransaction(
    system,
    async (work) => {
      const day = await signHead(work);
      if (day) await insertLetters(work.tx, day, work.now);
      return ok(day);
    },
    { now },
  );
  return sealed + (head.ok && head.value ? 1 : 0);
}
