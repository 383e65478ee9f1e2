import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { reopen } from "../repository.ts";

/** Lets a person mend what the population register did not agree with, and send it again; nothing else can be mended. */
export async function reopenRegistrationReaction(payload: {
  readonly participantId: string;
  readonly status: "verified" | "refused";
  readonly mendable?: boolean;
}): Promise<void> {
  if (payload.status === "verified" || payload.mendable === false) return;
  await inOneTransaction(system, async (work) => {
    await reopen(work.tx, payload.participantId as ParticipantId, work.now);
    return ok();
  });
}
