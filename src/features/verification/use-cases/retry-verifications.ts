import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { findDueChecks } from "../repository.ts";
import { attemptVerification } from "./attempt-verification.ts";

const BATCH = 50;
const AT_ONCE = 10;

/** Asks the register again about everybody whose pause is over, a few at a time. */
export async function retryVerificationsDue(now: Date): Promise<number> {
  const due = await inOneTransaction(system, async ({ tx }) => ok(await findDueChecks(tx, now, BATCH)), {
    now,
  });
  if (!due.ok) return 0;
  for (let first = 0; first < due.value.length; first += AT_ONCE) {
    const group = due.value.slice(first, first + AT_ONCE);
    await Promise.all(group.map((participantId) => attemptVerification(participantId, { now })));
  }
  return due.value.length;
}
