import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideShow } from "../policy/promises.ts";
import { sha256 } from "../queries/sha256.ts";
import type { CeremonyRefusal } from "../refusals/ceremony.ts";
import { insertValue, lockCeremony } from "../repository/promises.ts";
import type { DrawParty } from "../types/ceremony.ts";

type Input = {
  readonly waveId: string;
  readonly party: DrawParty;
  readonly value: Uint8Array<ArrayBuffer>;
};

/** A party shows what it promised, or somebody writes the public figure down. The same value again changes nothing. */
export async function showValue(
  work: Work<StaffActor>,
  { waveId, party, value }: Input,
): Promise<Result<{ waveId: string; role: string }, CeremonyRefusal>> {
  const ceremony = await lockCeremony(work.tx, waveId);
  if (!ceremony) return refuse({ code: "ceremony-wave-unknown" });
  const decision = decideShow(ceremony, party, value, { digest: sha256, now: work.now });
  if (!decision.ok) return decision;
  await insertValue(work.tx, {
    ...{ waveId, party, value },
    revealedBy: work.actor.accountId,
    revealedAt: work.now,
  });
  await work.record({ action: "draw-value-shown", subject: `wave:${waveId}`, details: { party } });
  return ok({ waveId, role: work.actor.role });
}
