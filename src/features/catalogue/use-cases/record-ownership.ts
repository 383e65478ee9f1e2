import type { StaffActor } from "#authorization/actor.ts";
import { type Day, dayInWib } from "#kernel/calendar.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideOwnership } from "../policy/ownership.ts";
import type { OwnershipRefusal } from "../refusals.ts";
import {
  countSold,
  findPair,
  findStandingSince,
  insertOwnership,
  lockPair,
} from "../repository/ownerships.ts";

type Input = {
  readonly platform: string;
  readonly provider: string;
  readonly since: Day;
  readonly ground: string;
};

/** An operator writes down that a platform and a provider belong together: what the one sold of the other is sold no more. */
export async function recordOwnership(
  work: Work<StaffActor>,
  { platform, provider, since, ground }: Input,
): Promise<Result<{ stopped: number }, OwnershipRefusal>> {
  const pair = { platformSlug: platform, providerSlug: provider };
  await lockPair(work.tx, pair);
  const standsAlready = (await findStandingSince(work.tx, pair)) !== null;
  const facts = { ...(await findPair(work.tx, pair, since)), standsAlready };
  const decision = decideOwnership(facts, since, dayInWib(work.now));
  if (!decision.ok) return decision;
  const stopped = await countSold(work.tx, pair);
  const recorded = { recordedBy: work.actor.accountId, recordedAt: work.now };
  await insertOwnership(work.tx, { ...pair, since, ground, ...recorded });
  await work.record({
    action: "ownership-recorded",
    subject: `platform:${platform}`,
    details: { provider, since, ground, stopped },
  });
  return ok({ stopped });
}
