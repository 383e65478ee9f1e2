import { sha256 } from "#features/selection/queries/sha256.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { inHex, isOver, pathOf, rowsOfProof } from "../policy.ts";
import type { DrawStatus, OwnProof } from "../types.ts";

type DrawnWave = { readonly id: string; readonly number: number; readonly status: DrawStatus };

/** A person's proof that they stand in the list; null when they do not, or there is no list. Reads one row a level of the tree. */
export async function findOwnProof(participantId: ParticipantId, wave: DrawnWave): Promise<OwnProof | null> {
  const waveId = wave.id;
  const list = await database().drawList.findUnique({
    where: { waveId },
    select: { salt: true, root: true, entryCount: true },
  });
  const leaf = list && (await database().drawLeaf.findFirst({ where: { waveId, participantId } }));
  if (!leaf) return null;
  const [rows, place] = await Promise.all([
    findTreeRows(waveId, leaf.position, list.entryCount),
    isOver(wave.status) ? findPlace(waveId, leaf) : nowhere,
  ]);
  const salt = sha256(Buffer.concat([list.salt, Buffer.from("entry"), idBytes(participantId)]));
  return {
    format: "prakerja-draw-proof/2",
    wave: wave.number,
    participant: participantId,
    salt: inHex(salt.subarray(0, 16)),
    entry: inHex(leaf.entry),
    province: leaf.provinceCode,
    priority: leaf.priority,
    weight: leaf.weight,
    family: inHex(leaf.family),
    taken: leaf.familyTaken,
    position: leaf.position,
    leaf: inHex(leaf.leaf),
    path: pathOf(sha256, leaf.position, rows),
    root: inHex(list.root),
    ...place,
  };
}

const nowhere = { rank: null, stratumRank: null, outcome: null, cutOff: null } as const;

async function findTreeRows(waveId: string, position: number, count: number): Promise<Uint8Array[]> {
  const wanted = rowsOfProof(position, count);
  if (wanted.length === 0) return [];
  const found = await database().drawTree.findMany({
    where: { waveId, OR: [...wanted] },
    orderBy: { level: "asc" },
    select: { hashes: true },
  });
  if (found.length !== wanted.length) throw new Error(`the tree of wave ${waveId} has holes`);
  return found.map(({ hashes }) => hashes);
}

type Stratum = {
  readonly position: number;
  readonly provinceCode: string;
  readonly priority: number;
};

async function findPlace(waveId: string, { position, provinceCode, priority }: Stratum) {
  const place = await database().drawPlace.findFirst({
    where: { waveId, position },
    select: { rank: true, stratumRank: true, outcome: true },
  });
  if (!place) return nowhere;
  const stratum = await database().drawStratum.findUnique({
    where: { waveId_provinceCode_priority: { waveId, provinceCode, priority } },
    select: { cutOff: true },
  });
  return { ...place, cutOff: stratum?.cutOff ?? null };
}

const idBytes = (uuid: string) => Buffer.from(uuid.replaceAll("-", ""), "hex");
