import { type Day, dayInWib, parseDay } from "#kernel/calendar.ts";
import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import type { Ownership } from "../types/authoring.ts";

type Pair = { readonly platformSlug: string; readonly providerSlug: string };

/** Of a platform and a provider, approvals and the register go one after the other. */
export async function lockPair(tx: Transaction, { platformSlug, providerSlug }: Pair): Promise<void> {
  await takeTurn(tx, `ownership:${platformSlug}:${providerSlug}`);
}

/** The ownership of the two that stands; null when none does. */
export async function findStandingOwnership(tx: Transaction, pair: Pair): Promise<Ownership | null> {
  const row = await tx.platformOwnership.findFirst({
    where: { ...pair, until: null },
    select: { ground: true, platform: { select: { name: true } }, provider: { select: { name: true } } },
  });
  return (
    row && { ...pair, ground: row.ground, platformName: row.platform.name, providerName: row.provider.name }
  );
}

/** What the register and the catalogue know of the two. */
export async function findPair(
  tx: Transaction,
  { platformSlug, providerSlug }: Pair,
  since: Day,
): Promise<{
  readonly platformExists: boolean;
  readonly providerExists: boolean;
  readonly beganThatDay: boolean;
}> {
  const sameDay = { platformSlug, providerSlug, since: dateOf(since) };
  return {
    platformExists: (await tx.platform.count({ where: { slug: platformSlug } })) > 0,
    providerExists: (await tx.provider.count({ where: { slug: providerSlug } })) > 0,
    beganThatDay: (await tx.platformOwnership.count({ where: sameDay })) > 0,
  };
}

/** Since when the two are known to belong together; null when they do not. */
export async function findStandingSince(tx: Transaction, pair: Pair): Promise<Day | null> {
  const row = await tx.platformOwnership.findFirst({
    where: { ...pair, until: null },
    select: { since: true },
  });
  return row && (parseDay(row.since.toISOString().slice(0, 10)) ?? dayInWib(row.since));
}

type NewOwnership = Pair & {
  readonly since: Day;
  readonly ground: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
};

/** From now the platform sells none of the provider's courses: the database takes them out (trigger ownership_ends_sale). */
export async function insertOwnership(tx: Transaction, { since, ...ownership }: NewOwnership): Promise<void> {
  await tx.platformOwnership.create({ data: { ...ownership, since: dateOf(since) } });
}

/** How many courses of the provider the platform sells. */
export async function countSold(tx: Transaction, pair: Pair): Promise<number> {
  return tx.course.count({ where: { ...pair, active: true } });
}

export async function endOwnership(
  tx: Transaction,
  pair: Pair,
  { until, endGround, endedBy }: { until: Day; endGround: string; endedBy: string },
): Promise<void> {
  await tx.platformOwnership.updateMany({
    where: { ...pair, until: null },
    data: { until: dateOf(until), endGround, endedBy },
  });
}

function dateOf(day: Day): Date {
  return new Date(`${day}T00:00:00Z`);
}
