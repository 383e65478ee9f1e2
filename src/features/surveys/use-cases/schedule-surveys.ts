import { system } from "#authorization/actor.ts";
import { findSchemeOf } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { roundsAfter } from "../policy.ts";
import { insertRounds } from "../repository.ts";

/** The first incentive was paid: the surveys of the person's scheme get their days. `paidAt` is an ISO moment. */
export async function scheduleSurveysReaction(payload: {
  readonly participantId: string;
  readonly paidAt: string;
}): Promise<void> {
  const { parameters } = await findSchemeOf(payload.participantId as ParticipantId);
  const rounds = roundsAfter(new Date(payload.paidAt), parameters);
  await inOneTransaction(system, async (work) => {
    await insertRounds(work.tx, payload.participantId, rounds);
    return ok();
  });
}
