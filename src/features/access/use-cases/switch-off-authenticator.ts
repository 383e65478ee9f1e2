import { accountOf, type ParticipantActor, type StaffActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideSwitchOff } from "../policy.ts";
import type { AccessRefusal } from "../refusals.ts";
import { removeFactor } from "../repository/factors.ts";
import { proveOwner } from "./prove-owner.ts";

/** Does without the second step again; needs the password and a code, and is not for staff. */
export async function switchOffAuthenticator(
  work: Work<ParticipantActor | StaffActor>,
  proof: { readonly password: string; readonly code: string },
): Promise<Result<null, AccessRefusal>> {
  const allowed = decideSwitchOff(work.actor.role);
  if (!allowed.ok) return allowed;
  const accountId = accountOf(work.actor);
  const proved = await proveOwner(work, accountId, proof);
  if (!proved.ok) return proved;
  await removeFactor(work.tx, accountId);
  await work.record({ action: "second-step-off", subject: `account:${accountId}` });
  return ok(null);
}
