import type { StaffActor } from "#authorization/actor.ts";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideOwnershipEnd } from "../policy/ownership.ts";
import type { OwnershipRefusal } from "../refusals.ts";
import { endOwnership as endStanding, findStandingSince, lockPair } from "../repository/ownerships.ts";

type Input = {
  readonly platform: string;
  readonly provider: string;
  readonly until: Day;
  readonly endGround: string;
};

/** An ownership is over. Nothing is sold by itself again: the provider hands the courses in anew. */
export async function endOwnership(
  work: Work<StaffActor>,
  { platform, provider, until, endGround }: Input,
): Promise<Result<{ platform: string }, OwnershipRefusal>> {
  const pair = { platformSlug: platform, providerSlug: provider };
  await lockPair(work.tx, pair);
  const since = await findStandingSince(work.tx, pair);
  const decision = decideOwnershipEnd(since, until, dayInWib(work.now));
  if (!decision.ok) return decision;
  await endStanding(work.tx, pair, { until, endGround, endedBy: work.actor.accountId });
  await work.record({
    action: "ownership-ended",
    subject: `platform:${platform}`,
    details: { provider, until, ground: endGround },
  });
  return ok({ platform });
}
