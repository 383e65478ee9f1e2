import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { issueCode } from "#platform/one-time-code/code.ts";
import type { CodeChannel, CodeRefusal } from "#platform/one-time-code/rules.ts";
import { isOfRegion } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { findContact, lockAssistance } from "../repository.ts";

type Wanted = { readonly participantId: string; readonly channel: CodeChannel };
type Issued = { readonly participantId: string; readonly codeId: string; readonly channel: CodeChannel };

/** Makes the code with which a person takes their account over: sent to them, or for the sheet that is printed. */
export async function issueTakeOverCode(
  work: Work<StaffActor>,
  { participantId, channel }: Wanted,
): Promise<Result<Issued, AssistanceRefusal | CodeRefusal>> {
  const id = participantId as ParticipantId;
  const region = await findOfficeRegion(work.actor.accountId, work.tx);
  const assistance = await lockAssistance(work.tx, id);
  if (!assistance || !isOfRegion(region, assistance)) return refuse({ code: "assist-unknown" });
  if (assistance.takenOverAt) return refuse({ code: "assist-closed" });
  const { email, phone } = await findContact(work.tx, id);
  const destination = { sms: phone, email, paper: participantId }[channel];
  if (!destination) return refuse({ code: "assist-no-contact" });
  const issued = await issueCode(work, {
    holderId: participantId,
    purpose: "take_over",
    channel,
    destination,
  });
  if (!issued.ok) return issued;
  await work.record({
    action: "take-over-code-issued",
    subject: `participant:${participantId}`,
    details: { channel },
  });
  return ok({ participantId, codeId: issued.value.codeId, channel });
}
