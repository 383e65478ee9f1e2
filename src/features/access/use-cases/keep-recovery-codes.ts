import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { markRecoveryKept } from "../repository/factors.ts";

/** The person has written the codes down: they are never shown again. */
export async function keepRecoveryCodes(
  work: Work<ParticipantActor | StaffActor>,
): Promise<Result<null, never>> {
  await markRecoveryKept(work.tx, accountOf(work.actor), work.now);
  return ok(null);
}
