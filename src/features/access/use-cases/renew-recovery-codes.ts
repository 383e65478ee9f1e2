import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import type { AccessRefusal } from "../refusals.ts";
import { writeRecoveryBatch } from "../repository/factors.ts";
import { proveOwner } from "./prove-owner.ts";

/** Makes ten new recovery codes; the old ones are worth nothing from now on. */
export async function renewRecoveryCodes(
  work: Work<ParticipantActor | StaffActor>,
  proof: { readonly password: string; readonly code: string },
): Promise<Result<null, AccessRefusal>> {
  const accountId = accountOf(work.actor);
  const proved = await proveOwner(work, accountId, proof);
  if (!proved.ok) return proved;
  await writeRecoveryBatch(work.tx, accountId, work.newId<"recovery-batch">(), work.now);
  await work.record({ action: "recovery-codes-renewed", subject: `account:${accountId}` });
  return ok(null);
}
