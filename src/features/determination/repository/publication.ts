import type { WaveStatus } from "#features/waves/types.ts";
import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";

/** A wave that is to be decided, published or archived. */
export type WaveToDetermine = { readonly id: string; readonly number: number; readonly status: WaveStatus };

/** Determinations of different waves go one after the other, and never beside a freeze or a draw. */
export async function waitForOtherDraws(tx: Transaction): Promise<void> {
  await takeTurn(tx, "selection");
}

export async function lockWaveToDetermine(tx: Transaction, id: string): Promise<WaveToDetermine | null> {
  await tx.$queryRaw`SELECT 1 FROM wave WHERE id = ${id}::uuid FOR UPDATE`;
  return tx.wave.findUnique({ where: { id }, select: { id: true, number: true, status: true } });
}

export async function findDrawToDetermine(
  tx: Transaction,
  waveId: string,
): Promise<{ readonly digest: Uint8Array<ArrayBuffer>; readonly selectedCount: number }> {
  return tx.draw.findUniqueOrThrow({ where: { waveId }, select: { digest: true, selectedCount: true } });
}

export async function insertDecree(
  tx: Transaction,
  decree: {
    readonly number: string;
    readonly waveId: string;
    readonly issuedAt: Date;
    /** null: by the rules of succession. */
    readonly issuedBy: string | null;
    readonly people: number;
    readonly digest: Uint8Array<ArrayBuffer>;
  },
): Promise<void> {
  await tx.decree.create({ data: decree });
}

/** The number of the wave's first decree. */
export async function findDecreeNumber(tx: Transaction, waveId: string): Promise<string> {
  const row = await tx.decree.findFirstOrThrow({
    where: { waveId },
    orderBy: { issuedAt: "asc" },
    select: { number: true },
  });
  return row.number;
}

export async function countDecrees(tx: Transaction, waveId: string): Promise<number> {
  return tx.decree.count({ where: { waveId } });
}

export async function markWave(
  tx: Transaction,
  waveId: string,
  to: "decided" | "published" | "archived",
  now: Date,
): Promise<void> {
  const moments = { decided: "decidedAt", published: "publishedAt", archived: "archivedAt" } as const;
  await tx.wave.update({ where: { id: waveId }, data: { status: to, [moments[to]]: now } });
}

/** Asks for the publication, or for another try of one that did not succeed. */
export async function askForPublication(
  tx: Transaction,
  run: { readonly waveId: string; readonly askedBy: string; readonly askedAt: Date },
): Promise<void> {
  const { waveId, ...asked } = run;
  await tx.selectionRun.upsert({
    where: { waveId_step: { waveId, step: "publish" } },
    create: { ...run, step: "publish" },
    update: { ...asked, failure: null, finishedAt: null },
  });
}

export async function finishPublication(tx: Transaction, waveId: string, now: Date): Promise<void> {
  await tx.selectionRun.updateMany({
    where: { waveId, step: "publish" },
    data: { finishedAt: now, failure: null },
  });
}

/** Writes the determinations of the selected in one go; each takes the next place of its family card. Says how many. */
export async function insertDeterminations(
  tx: Transaction,
  waveId: string,
  decreeNumber: string,
  now: Date,
): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO determination (participant_id, wave_id, family_card_index, family_place, decree_number, determined_at)
    SELECT l.participant_id, p.wave_id, f.family_card_index,
      coalesce((SELECT max(d.family_place) FROM determination d WHERE d.family_card_index = f.family_card_index), 0)
        + row_number() OVER (PARTITION BY f.family_card_index ORDER BY p.rank),
      ${decreeNumber}, ${now}
    FROM draw_place p
    JOIN draw_leaf l ON l.wave_id = p.wave_id AND l.position = p.position
    JOIN frozen_entry f ON f.wave_id = p.wave_id AND f.participant_id = l.participant_id
    WHERE p.wave_id = ${waveId}::uuid AND p.outcome = 'selected'`;
}

/** Gives every entry of the wave its outcome, with the reason of those who were not selected. */
export async function settleEntries(tx: Transaction, waveId: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE wave_entry e
    SET status = (CASE WHEN f.refusal IS NOT NULL THEN 'ineligible'
        WHEN p.outcome = 'selected' THEN 'selected' ELSE 'not_selected' END)::wave_entry_status,
      reason = CASE WHEN f.refusal IS NOT NULL THEN f.refusal
        WHEN p.outcome = 'family_card_full' THEN 'entry-family-card-full'
        WHEN p.outcome = 'quota_full' THEN 'entry-quota-full' END
    FROM frozen_entry f
    LEFT JOIN draw_leaf l ON l.wave_id = f.wave_id AND l.participant_id = f.participant_id
    LEFT JOIN draw_place p ON p.wave_id = l.wave_id AND p.position = l.position
    WHERE e.wave_id = ${waveId}::uuid AND f.wave_id = e.wave_id AND f.participant_id = e.participant_id`;
}

const NOBODY = "00000000-0000-0000-0000-000000000000";

/** From here on everybody is told, in batches. */
export async function startAnnouncement(tx: Transaction, waveId: string): Promise<void> {
  await tx.waveAnnouncement.create({ data: { waveId, after: NOBODY } });
}

export type Announcement = { readonly waveId: string; readonly after: string };

/** One announcement that is under way, held; others at work on one are passed by. */
export async function lockAnnouncement(tx: Transaction): Promise<Announcement | null> {
  const [row] = await tx.$queryRaw<{ wave_id: string; after: string }[]>`
    SELECT wave_id, after FROM wave_announcement WHERE finished_at IS NULL
    ORDER BY wave_id LIMIT 1 FOR UPDATE SKIP LOCKED`;
  return row ? { waveId: row.wave_id, after: row.after } : null;
}

/** The next people of a wave who are to be told, by id. */
export async function findOutcomes(
  tx: Transaction,
  { waveId, after }: Announcement,
  take: number,
): Promise<readonly { readonly participantId: string; readonly reason: string | null }[]> {
  return tx.waveEntry.findMany({
    where: { waveId, participantId: { gt: after }, status: { not: "joined" } },
    orderBy: { participantId: "asc" },
    take,
    select: { participantId: true, reason: true },
  });
}

export async function noteAnnouncement(
  tx: Transaction,
  waveId: string,
  progress: { readonly after: string; readonly told: number; readonly finishedAt: Date | null },
): Promise<void> {
  const { told, ...rest } = progress;
  await tx.waveAnnouncement.update({ where: { waveId }, data: { ...rest, told: { increment: told } } });
}
