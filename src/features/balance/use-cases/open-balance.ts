import { system } from "#authorization/actor.ts";
import { findDetermination } from "#features/determination/queries.ts";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { digits } from "#kernel/random.ts";
import { ok } from "#kernel/result.ts";
import { committedOf } from "#ledger/funds.ts";
import { post } from "#ledger/post.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { balanceOpened } from "../events.ts";
import { firstPurchaseDeadline } from "../policy/balance.ts";
import { insertCard } from "../repository.ts";

const CARD_DIGITS = 16;

/** A person was determined as recipient: balance and card are theirs, once. */
export async function openBalanceReaction(payload: {
  readonly participantId: string;
  readonly waveId: string;
}): Promise<void> {
  const participantId = payload.participantId as ParticipantId;
  const determination = await findDetermination(participantId);
  if (!determination) throw new Error(`no determination of ${participantId}`);
  const { parameters } = await findSchemeOfWave(payload.waveId);
  const amount = BigInt(parameters.trainingBalance);
  const until = firstPurchaseDeadline(determination.determinedAt, parameters.daysToFirstPurchase);

  const result = await inOneTransaction(system, async (work) => {
    const posted = await post(work, {
      key: `training-balance:${participantId}`,
      kind: "training-balance",
      waveId: payload.waveId,
      lines: [
        { account: committedOf(payload.waveId), amount: -amount },
        { account: { kind: "training_balance", owner: participantId }, amount },
      ],
    });
    if (!posted.ok) return posted;
    // The transfer holds the account's lock by now, so that of two reactions at once one finds the other's card.
    const isNew = await insertCard(work.tx, participantId, digits(work.chance, CARD_DIGITS), work.now);
    if (isNew) await work.publish(balanceOpened({ participantId, until: until.toISOString() }));
    return ok();
  });
  if (!result.ok) throw new Error(`balance of ${participantId} not opened: ${result.refusal.code}`);
}
