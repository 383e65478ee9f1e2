import type { ParticipantId } from "#kernel/identifiers.ts";
import { database, type Transaction } from "#platform/db/client.ts";
import { decideErasure } from "../policy.ts";
import type { ErasureRefusal } from "../refusals.ts";
import type { ErasureFacts } from "../types.ts";

/** What stands in the way of erasing this account. Takes the command's transaction. */
export async function findErasureFacts(
  participantId: ParticipantId,
  db: Transaction = database(),
): Promise<ErasureFacts> {
  const account = await db.account.findUniqueOrThrow({
    where: { id: participantId },
    select: { passwordHash: true },
  });
  const determined = await db.determination.count({ where: { participantId } });
  const waiting = await db.waveEntry.findFirst({
    where: { participantId, wave: { status: { notIn: ["published", "archived"] } } },
    select: { wave: { select: { number: true } } },
  });
  return {
    isRecipient: determined > 0,
    waitsForWave: waiting?.wave.number ?? null,
    hasPassword: account.passwordHash !== null,
  };
}

/** Why this account cannot be erased now; null when it can. */
export async function findErasureObstacle(participantId: ParticipantId): Promise<ErasureRefusal | null> {
  const decision = decideErasure(await findErasureFacts(participantId));
  return decision.ok ? null : decision.refusal;
}
