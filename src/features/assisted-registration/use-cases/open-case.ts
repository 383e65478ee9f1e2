import type { StaffActor } from "#authorization/actor.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { isOfRegion, isOpenTo } from "../policy.ts";
import { findOfficeRegion } from "../queries.ts";
import type { AssistanceRefusal } from "../refusals.ts";
import { lockAssistance } from "../repository.ts";

/** Holds the form of a person while an officer works on it; of another region it does not exist. */
export async function openCase(
  work: Work<StaffActor>,
  participantId: ParticipantId,
): Promise<Result<void, AssistanceRefusal>> {
  const region = await findOfficeRegion(work.actor.accountId, work.tx);
  const assistance = await lockAssistance(work.tx, participantId);
  if (!assistance || !isOfRegion(region, assistance)) return refuse({ code: "assist-unknown" });
  return isOpenTo(region, assistance) ? ok() : refuse({ code: "assist-closed" });
}
