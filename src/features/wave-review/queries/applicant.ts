import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import type { WaveId } from "#features/waves/types.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { ok } from "#kernel/result.ts";
import type { Transaction } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import type { ReviewedApplicant } from "../types.ts";
import { findExclusion } from "./exclusions.ts";
import { type AskedWave, findJudged, isFixed, seen } from "./judged.ts";

/** One person of a wave with facts, verdict and what came after; null when they did not join it. The look is written down. */
export async function viewApplicant(
  actor: StaffActor,
  wave: AskedWave,
  participantId: string,
): Promise<ReviewedApplicant | null> {
  if (!isUuid(participantId)) return null;
  const names = may(actor.role, "applicant:read") ? "whole" : "none";
  const viewed = await inOneTransaction(actor, async (work) => {
    const [row] = await findJudged(work.tx, wave, [participantId]);
    const after = await findAfterwards(work.tx, wave, participantId);
    if (!row || !after) return ok(null);
    const person = seen(row, wave, names);
    await work.recordRead({
      participantIds: [person.participantId],
      purpose: "wave-review",
      data: names === "whole" ? ["name", "nik-masked", "birth", "situation"] : ["situation"],
    });
    await work.record({
      action: "applicant-viewed",
      subject: `participant:${participantId}`,
      details: { waveId: wave.id },
    });
    const birth = names === "whole" ? person.birth : null;
    return ok({ ...person, ...after, birth, waveId: wave.id as WaveId, isFixed: isFixed(wave) });
  });
  return viewed.ok ? viewed.value : null;
}

async function findAfterwards(tx: Transaction, wave: AskedWave, participantId: string) {
  const waveId = wave.id;
  const entry = await tx.waveEntry.findUnique({
    where: { participantId_waveId: { participantId, waveId } },
    select: { joinedAt: true, status: true, reason: true },
  });
  if (!entry) return null;
  const leaf = await tx.drawLeaf.findUnique({
    where: { waveId_participantId: { waveId, participantId } },
    select: { position: true },
  });
  const place =
    leaf &&
    (await tx.drawPlace.findUnique({
      where: { waveId_position: { waveId, position: leaf.position } },
      select: { rank: true, stratumRank: true, outcome: true },
    }));
  const decree = await tx.determination.findFirst({
    where: { participantId, waveId },
    select: { decreeNumber: true, determinedAt: true },
  });
  return {
    ...entry,
    place,
    exclusion: await findExclusion(tx, waveId, participantId),
    decree: decree && { number: decree.decreeNumber, determinedAt: decree.determinedAt },
  };
}
