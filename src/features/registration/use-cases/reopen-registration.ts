import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { reopen } from "../repository.ts";

/** Lets a person mend what the population register did not agree with, and send it again. */
export async function reopenRegistrationReaction(payload: {
  readonly participantId: string;
  readonly status: "verified" | "refused";
}): Promise<void> {
  if (payload.status === "verified") return;
  await inOneTransaction(system, async (work) => {
    await reopen(work.tx, payload.participantId as ParticipantId, work.now);
    return ok();
  });
}
