import { system } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import { inOneTransaction, type Work } from "#platform/db/work.ts";
import { registrationSubmitted } from "../events.ts";
import { addChanges } from "../repository/answers.ts";
import { adoptAccountPhone, findContact } from "../repository/contact.ts";
import { isTakenByOther } from "../repository.ts";

/**
 * Another phone was proven for the account: the registration has the same person's number, so it follows and needs no
 * proof of its own. Not where the registration of somebody else has that number.
 */
export async function followAccountPhoneReaction(payload: {
  readonly participantId: string;
  readonly kind: "email" | "phone";
}): Promise<void> {
  if (payload.kind === "email") return;
  const participantId = payload.participantId as ParticipantId;
  await inOneTransaction(system, async (work) => {
    const { accountPhone } = await findContact(work.tx, participantId);
    if (!accountPhone || (await isTakenByOther(work.tx, "phone", accountPhone, participantId))) return ok();
    const step = await adoptAccountPhone(work.tx, participantId, work.now);
    if (step) await tellChange(work, participantId, step === "submitted");
    return ok();
  });
}

/** A registration that was sent has no second sending: its change is announced at once. */
async function tellChange(work: Work, participantId: ParticipantId, isSubmitted: boolean): Promise<void> {
  if (isSubmitted) await work.publish(registrationSubmitted({ participantId, changed: ["contact"] }));
  else await addChanges(work.tx, participantId, ["contact"]);
}
