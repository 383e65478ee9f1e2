import { createHash } from "node:crypto";
import { findSchemeOfWave } from "#features/waves/queries.ts";
import { database } from "#platform/db/client.ts";
import { DRAW_ALGORITHM, drawOrder, selectedText } from "../policy/draw-order.ts";
import type { DrawOutcome, DrawRecord, Replay } from "../types.ts";
import { hmacUnder } from "./keyed-hash.ts";

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

export async function findDraw(waveId: string): Promise<DrawRecord | null> {
  const row = await database().draw.findUnique({ where: { waveId } });
  return row && { ...row, seed: hex(row.seed), digest: hex(row.digest) };
}

type Row = {
  participant_id: string;
  family_card: string;
  priority: number;
  rank: number;
  outcome: DrawOutcome;
  taken: number;
};

/**
 * Draws a wave once more from what was stored: seed, frozen candidates, and the family cards as they were at the draw.
 * Grows with the wave, so it is asked for by hand and never on the way to a page.
 */
export async function replayDraw(waveId: string): Promise<Replay | null> {
  const draw = await database().draw.findUnique({ where: { waveId } });
  if (!draw) return null;
  if (draw.algorithm !== DRAW_ALGORITHM) return { kind: "other-algorithm" };
  const wave = await database().wave.findUniqueOrThrow({ where: { id: waveId }, select: { quota: true } });
  const { parameters } = await findSchemeOfWave(waveId);
  // Determinations only grow, and draws go one after the other, so those of other waves up to the draw are those it saw.
  const rows = await database().$queryRaw<Row[]>`
    SELECT c.participant_id, encode(c.family_card_index, 'hex') AS family_card, c.priority::int AS priority, c.rank,
      c.outcome::text AS outcome,
      (SELECT count(*)::int FROM determination d WHERE d.family_card_index = c.family_card_index
        AND d.wave_id <> c.wave_id AND d.determined_at <= ${draw.drawnAt}) AS taken
    FROM draw_candidate c WHERE c.wave_id = ${waveId}::uuid ORDER BY c.participant_id`;
  const candidates = rows.map((row) => ({
    participantId: row.participant_id,
    familyCard: row.family_card,
    priority: row.priority,
  }));
  const drawn = drawOrder(hmacUnder(draw.seed), candidates, {
    quota: wave.quota,
    perFamilyCard: parameters.recipientsPerFamilyCard,
    taken: new Map(rows.map((row) => [row.family_card, row.taken])),
  });
  const kept = new Map(rows.map((row) => [row.participant_id, row]));
  const outcomesDiffer = drawn.filter(({ participantId, rank, outcome }) => {
    const row = kept.get(participantId);
    return row?.rank !== rank || row.outcome !== outcome;
  }).length;
  const digest = createHash("sha256").update(selectedText(drawn)).digest("hex");
  return {
    kind: "replayed",
    digest,
    equal: digest === hex(draw.digest) && outcomesDiffer === 0,
    outcomesDiffer,
  };
}
