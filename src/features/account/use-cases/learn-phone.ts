import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { adoptVerifiedPhone } from "../repository/untaken.ts";

/** The phone that a person proved in the registration becomes a way to sign in, unless they have one or another account has it. */
export async function learnPhoneReaction(payload: { readonly participantId: string }): Promise<void> {
  await inOneTransaction(system, async (work) =>
    ok(await adoptVerifiedPhone(work.tx, payload.participantId as ParticipantId, work.now)),
  );
}
