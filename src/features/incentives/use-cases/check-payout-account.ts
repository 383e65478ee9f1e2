import { system } from "#authorization/actor.ts";
import { findIdentity } from "#features/registration/queries.ts";
import { addSeconds } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { inquireAccount } from "#platform/gateways/bank/http.ts";
import { payoutAccountChecked } from "../events.ts";
import { judgeInquiry } from "../policy.ts";
import { releaseHeldPayments } from "../repository/payments.ts";
import { findAccountToCheck, findLongUnchecked, saveVerdict } from "../repository/payout-accounts.ts";
import type { RepairReason } from "../types.ts";

/** After this long the queue has had its tries, and the account is asked for again by the clock. */
const LONG_UNCHECKED_SECONDS = 900;
const BATCH = 10;

/** Asks the partner whose account it is. Throws while the partner does not answer, so that the queue tries again. */
export async function checkPayoutAccountReaction(payload: { readonly participantId: string }): Promise<void> {
  const outcome = await checkPayoutAccount(payload.participantId as ParticipantId);
  if (outcome !== "checked") throw new Error(`the account could not be checked: ${outcome}`);
}

/** Accounts whose check was never answered: asked for again, a few at a time. */
export async function checkPayoutAccountsDue(now: Date): Promise<number> {
  const before = addSeconds(now, -LONG_UNCHECKED_SECONDS);
  const waiting = await read((tx) => findLongUnchecked(tx, before, BATCH));
  let count = 0;
  for (const participantId of waiting) {
    if ((await checkPayoutAccount(participantId, now)) !== "checked") break;
    count += 1;
  }
  return count;
}

/** "checked", also when there was nothing to check; otherwise why not. */
async function checkPayoutAccount(participantId: ParticipantId, now?: Date): Promise<string> {
  const account = await read((tx) => findAccountToCheck(tx, participantId));
  if (!account) return "checked";
  const identity = await findIdentity(participantId);
  if (!identity) return "no identity";
  const answer = await inquireAccount(account, { name: identity.fullName, nik: identity.nik });
  if (answer.outcome === "unknown") return answer.reason;
  const reason = judgeInquiry(answer);
  await writeVerdict({ participantId, checked: account, reason, holderName: answer.holderName }, now);
  return "checked";
}

type Verdict = {
  readonly participantId: ParticipantId;
  readonly checked: { readonly institution: string; readonly number: string };
  readonly reason: RepairReason | null;
  readonly holderName: string | null;
};

/** A verified account gives held payments another chance. */
async function writeVerdict(verdict: Verdict, now: Date | undefined): Promise<void> {
  const { participantId, reason } = verdict;
  await inOneTransaction(
    system,
    async (work) => {
      if (!(await saveVerdict(work.tx, verdict, work.now))) return ok();
      if (!reason) await releaseHeldPayments(work.tx, participantId);
      const outcome = reason ? ({ status: "refused", reason } as const) : ({ status: "verified" } as const);
      await work.publish(payoutAccountChecked({ participantId, ...outcome }));
      return ok();
    },
    { now },
  );
}

type Tx = Parameters<typeof findAccountToCheck>[0];

async function read<Value>(look: (tx: Tx) => Promise<Value>): Promise<Value> {
  const result: Result<Value, never> = await inOneTransaction(system, async (work) =>
    ok(await look(work.tx)),
  );
  if (!result.ok) throw new Error("a look refuses nothing");
  return result.value;
}
