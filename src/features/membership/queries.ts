import { findCalledOffAt } from "#features/balance/queries.ts";
import { findDetermination } from "#features/determination/queries.ts";
import { findSchemeOf } from "#features/waves/queries.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { nextDeadline } from "./policy.ts";
import type { Membership, RevocationReason } from "./types.ts";

/** The person's membership and what must be done in time; null before the balance was opened. */
export async function findMembership(participantId: ParticipantId): Promise<Membership | null> {
  const row = await database().membership.findUnique({ where: { participantId } });
  if (!row) return null;
  const { status, since, endedAt } = row;
  // Written by this stage only, from the closed list of its type.
  const reason = row.reason as RevocationReason | null;
  return { status, since, endedAt, reason, deadline: await findDeadline(participantId, status) };
}

async function findDeadline(participantId: ParticipantId, status: Membership["status"]) {
  const [determination, scheme, calledOffAt, bought] = await Promise.all([
    findDetermination(participantId),
    findSchemeOf(participantId),
    findCalledOffAt(participantId),
    database().purchase.findMany({
      where: { participantId, status: { notIn: ["cancelled", "forfeited"] } },
      select: { id: true, status: true, finishBy: true },
    }),
  ]);
  if (!determination) return null;
  const underWay = bought.find((purchase) => purchase.status !== "finished");
  const completion =
    underWay &&
    (await database().trainingCompletion.findUnique({
      where: { purchaseId: underWay.id },
      select: { purchaseId: true },
    }));
  return nextDeadline({
    participantId,
    status,
    determinedAt: determination.determinedAt,
    daysToFirstPurchase: scheme.parameters.daysToFirstPurchase,
    calledOffAt,
    hasBought: bought.length > 0,
    training: underWay ? { finishBy: underWay.finishBy, isCompleted: Boolean(completion) } : null,
  });
}
