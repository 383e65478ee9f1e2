import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { payoutAccountLinked } from "../events.ts";
import { decideLink } from "../policy.ts";
import type { IncentiveRefusal } from "../refusals.ts";
import { hasPaymentUnderWay } from "../repository/payments.ts";
import {
  isNumberTaken,
  isOwnPhone,
  lockMembershipState,
  lockPayoutAccount,
  savePayoutAccount,
} from "../repository/payout-accounts.ts";
import type { InstitutionCode } from "../types.ts";

/** Links the account that the incentives go to, or another one in its place; the partner is asked later. */
export async function linkPayoutAccount(
  work: Work<ParticipantActor>,
  input: { readonly institution: InstitutionCode; readonly number: string },
): Promise<Result<null, IncentiveRefusal>> {
  const { participantId } = work.actor;
  const membership = await lockMembershipState(work.tx, participantId, "share");
  await lockPayoutAccount(work.tx, participantId);
  const decision = decideLink(input.institution, {
    membership,
    hasPaymentUnderWay: await hasPaymentUnderWay(work.tx, participantId),
    isOwnPhone: await isOwnPhone(work.tx, participantId, input.number),
    isUsedBySomebodyElse: await isNumberTaken(work.tx, input, participantId),
  });
  if (!decision.ok) return decision;
  await savePayoutAccount(work.tx, participantId, input, work.now);
  await work.publish(payoutAccountLinked({ participantId }));
  return ok(null);
}
