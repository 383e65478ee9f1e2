import { findOwnObjection } from "#features/determination/queries/objections.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { isOver } from "../policy.ts";
import type { DrawStatus, OwnProof, OwnResult, OwnWave } from "../types.ts";
import { findProvinceNames } from "./draws.ts";
import { findOwnProof } from "./own-proof.ts";

type JoinedWave = {
  readonly id: string;
  readonly number: number;
  readonly status: DrawStatus;
  readonly ruleVersion: number | null;
};

/** How a wave stands for a person; null when they did not join it. A result is told from the publication on and never before. */
export async function findOwnWave(participantId: ParticipantId, number: number): Promise<OwnWave | null> {
  const wave = await database().wave.findUnique({ where: { number } });
  const entry =
    wave &&
    (await database().waveEntry.findUnique({
      where: { participantId_waveId: { participantId, waveId: wave.id } },
    }));
  if (!entry) return null;
  const proof = await findOwnProof(participantId, wave);
  const list = await database().drawList.findUnique({
    where: { waveId: wave.id },
    select: { entryCount: true },
  });
  const names = await findProvinceNames(proof ? [proof.province] : []);
  const { status, closesAt } = wave;
  return {
    ...{ number, status, closesAt, joinedAt: entry.joinedAt, proof },
    provinceName: names.get(proof?.province ?? "") ?? null,
    entryCount: list?.entryCount ?? null,
    objectionsUntil: isOver(status)
      ? ((await findOwnObjection(participantId, wave.id))?.until ?? null)
      : null,
    result: isOver(status) ? await findResult(participantId, wave, proof, entry) : null,
  };
}

async function findResult(
  participantId: ParticipantId,
  wave: JoinedWave,
  proof: OwnProof | null,
  entry: { readonly status: string; readonly reason: string | null },
): Promise<OwnResult> {
  const determination = await database().determination.findUnique({
    where: { participantId },
    select: { waveId: true, decreeNumber: true },
  });
  const outcome = proof?.outcome ?? null;
  if (determination?.waveId === wave.id && outcome !== null) {
    const { decreeNumber } = determination;
    return { kind: "recipient", decreeNumber, fromWaitingList: outcome !== "selected" };
  }
  if (outcome !== null) return { kind: "drawn", outcome };
  return (
    (await findRefusal(participantId, wave)) ?? {
      kind: "without-proof",
      selected: entry.status === "selected",
      code: entry.reason,
    }
  );
}

/** Why a person is not in the draw, and the facts that decided. */
async function findRefusal(participantId: ParticipantId, wave: JoinedWave): Promise<OwnResult | null> {
  const frozen = await database().frozenEntry.findFirst({
    where: { waveId: wave.id, participantId },
    select: {
      verified: true,
      recipient: true,
      blacklisted: true,
      excludedOccupation: true,
      inEducation: true,
      otherAid: true,
      excluded: true,
      birthDate: true,
      familyRecipients: true,
      refusal: true,
    },
  });
  if (!frozen || frozen.refusal === null) return null;
  const { refusal: code, ...facts } = frozen;
  const exclusion = await database().waveExclusion.findUnique({
    where: { waveId_participantId: { waveId: wave.id, participantId } },
    select: { reason: true },
  });
  return {
    kind: "not-in-draw",
    code,
    rule: wave.ruleVersion ?? 1,
    facts,
    exclusion: exclusion?.reason ?? null,
  };
}
