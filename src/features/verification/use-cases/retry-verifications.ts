import { system } from "#authorization/actor.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { log } from "#platform/telemetry/log.ts";
import { findDueChecks } from "../repository.ts";
import { attemptVerification } from "./attempt-verification.ts";

const BATCH = 500;
const AT_ONCE = 10;

/**
 * Asks the registers again about everybody whose pause is over, a few at a time. What breaks for one person is told and
 * keeps nobody else waiting.
 */
export async function retryVerificationsDue(now: Date): Promise<number> {
  const due = await inOneTransaction(system, async ({ tx }) => ok(await findDueChecks(tx, now, BATCH)), {
    now,
  });
  if (!due.ok) return 0;
  for (let first = 0; first < due.value.length; first += AT_ONCE) {
    const group = due.value.slice(first, first + AT_ONCE);
    const ends = await Promise.allSettled(
      group.map((participantId) => attemptVerification(participantId, { now })),
    );
    for (const end of ends)
      if (end.status === "rejected") log.error({ error: messageOf(end.reason) }, "a verification broke off");
  }
  return due.value.length;
}

function messageOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}
