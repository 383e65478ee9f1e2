import type { ParticipantActor } from "#authorization/actor.ts";
import { ok, type Result } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { markAllRead } from "../repository.ts";

/** The person has seen them all: the bell is quiet again. */
export async function markRead(work: Work<ParticipantActor>): Promise<Result<null, never>> {
  await markAllRead(work.tx, work.actor.participantId, work.now);
  return ok(null);
}
