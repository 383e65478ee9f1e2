import type { Transaction } from "#platform/db/client.ts";
import { schemeParametersOf } from "../schema.ts";
import type { FreePlace, Succession, Successor } from "../types.ts";

/** Notes that a recipient's place is free; once a recipient. Nobody who was no recipient leaves a place. */
export async function insertFreePlace(tx: Transaction, participantId: string, now: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO freed_place (participant_id, wave_id, province_code, priority, freed_at)
    SELECT d.participant_id, d.wave_id, coalesce(l.province_code, ''), coalesce(l.priority, 1), ${now}
    FROM determination d
    LEFT JOIN draw_leaf l ON l.wave_id = d.wave_id AND l.participant_id = d.participant_id
    WHERE d.participant_id = ${participantId}::uuid
    ON CONFLICT (participant_id) DO NOTHING`;
}

/** Free places of waves that were published at a moment or later, first freed first, held; others at work are passed by. */
export async function lockFreePlaces(
  tx: Transaction,
  since: Date,
  take: number,
): Promise<readonly FreePlace[]> {
  const rows = await tx.$queryRaw<
    { participant_id: string; wave_id: string; province_code: string; priority: number }[]
  >`
    SELECT p.participant_id, p.wave_id, p.province_code, p.priority
    FROM freed_place p JOIN wave w ON w.id = p.wave_id
    WHERE p.settled_at IS NULL AND w.status = 'published' AND w.published_at >= ${since}
    ORDER BY p.freed_at, p.participant_id LIMIT ${take} FOR UPDATE OF p SKIP LOCKED`;
  return rows.map((row) => ({
    participantId: row.participant_id,
    waveId: row.wave_id,
    provinceCode: row.province_code,
    priority: row.priority,
  }));
}

/** What a wave's rules say about who may follow. */
export async function findSuccessionRules(tx: Transaction, waveId: string) {
  const wave = await tx.wave.findUniqueOrThrow({
    where: { id: waveId },
    select: { number: true, parameters: true, quotas: { select: { provinceCode: true } } },
  });
  return {
    number: wave.number,
    perFamilyCard: schemeParametersOf(wave.parameters).recipientsPerFamilyCard,
    hasProvinceQuotas: wave.quotas.some(({ provinceCode }) => provinceCode !== ""),
    hasGroupQuotas: wave.quotas.some(({ provinceCode }) => provinceCode === ""),
  };
}

/**
 * The next one who may take a place: first those whose objection was found right, in the order of the answers; then the
 * published order, which is passed once. Whoever is no longer verified, barred, already a recipient, on a full family
 * card, or in another draw that is under way is passed by.
 */
export async function findSuccessor(
  tx: Transaction,
  waveId: string,
  { perFamilyCard, provinceCode, priority }: Succession,
): Promise<Successor | null> {
  const [row] = await tx.$queryRaw<{ participant_id: string; rank: number | null }[]>`
    WITH waiting AS (
      (SELECT o.participant_id, NULL::int AS rank, o.answered_at FROM wave_objection o
       WHERE o.wave_id = ${waveId}::uuid AND o.outcome = 'upheld')
      UNION ALL
      (SELECT l.participant_id, p.rank, NULL FROM draw_place p
       JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
       WHERE p.wave_id = ${waveId}::uuid AND p.outcome = 'quota_full'
         AND (${provinceCode}::text IS NULL OR l.province_code = ${provinceCode})
         AND (${priority}::int IS NULL OR l.priority = ${priority}::int)
         AND p.rank > coalesce((
           SELECT max(taken.rank) FROM freed_place f
           JOIN draw_leaf t ON t.wave_id = f.wave_id AND t.participant_id = f.taken_by
           JOIN draw_place taken ON taken.wave_id = t.wave_id AND taken.position = t.position
           WHERE f.wave_id = ${waveId}::uuid
             AND (${provinceCode}::text IS NULL OR t.province_code = ${provinceCode})
             AND (${priority}::int IS NULL OR t.priority = ${priority}::int)), 0))
    )
    SELECT w.participant_id, w.rank FROM waiting w
    JOIN frozen_entry f ON f.wave_id = ${waveId}::uuid AND f.participant_id = w.participant_id
    JOIN verification v ON v.participant_id = w.participant_id AND v.status = 'verified'
    JOIN registration r ON r.participant_id = w.participant_id AND r.family_card_index IS NOT NULL
    JOIN account a ON a.id = w.participant_id AND a.locked_at IS NULL
    WHERE NOT EXISTS (SELECT 1 FROM determination d WHERE d.participant_id = w.participant_id)
      AND NOT EXISTS (SELECT 1 FROM blacklist_entry b WHERE b.nik_index = r.nik_index)
      AND (SELECT count(*) FROM determination d WHERE d.family_card_index = r.family_card_index) < ${perFamilyCard}
      AND NOT EXISTS (SELECT 1 FROM wave_entry e JOIN wave x ON x.id = e.wave_id
        WHERE e.participant_id = w.participant_id AND x.status IN ('frozen', 'drawn', 'reviewed', 'decided'))
    ORDER BY w.answered_at NULLS LAST, w.rank LIMIT 1`;
  return row ? { participantId: row.participant_id, rank: row.rank } : null;
}

/** Gives a free place to a successor: determination, entry, and the place itself. */
export async function giveFreePlace(
  tx: Transaction,
  given: {
    readonly place: FreePlace;
    readonly successor: Successor;
    readonly decreeNumber: string;
    readonly now: Date;
  },
): Promise<void> {
  const { place, successor, decreeNumber, now } = given;
  await tx.$executeRaw`
    INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
    SELECT r.participant_id, ${place.waveId}::uuid, r.family_card_index,
      coalesce((SELECT max(d.family_place) FROM determination d WHERE d.family_card_index = r.family_card_index), 0) + 1,
      ${decreeNumber}, ${now}
    FROM registration r WHERE r.participant_id = ${successor.participantId}::uuid`;
  await tx.waveEntry.update({
    where: {
      participantId_waveId: { participantId: successor.participantId, waveId: place.waveId },
    },
    data: { status: "selected", reason: null },
  });
  await tx.freedPlace.update({
    where: { participantId: place.participantId },
    data: { takenBy: successor.participantId, settledAt: now },
  });
}

/** The hash of a person's line in the list; of somebody who was not on it, nothing. */
export async function findLeaf(
  tx: Transaction,
  waveId: string,
  participantId: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const row = await tx.drawLeaf.findUnique({
    where: { waveId_participantId: { waveId, participantId } },
    select: { leaf: true },
  });
  return row?.leaf ?? new Uint8Array();
}
