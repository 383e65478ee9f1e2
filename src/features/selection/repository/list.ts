import type { Transaction } from "#platform/db/client.ts";
import { Prisma } from "#platform/db/generated/client.ts";
import type { WaveToSelect } from "./runs.ts";

export type FixedList = {
  readonly waveId: string;
  readonly rule: number;
  readonly salt: Uint8Array<ArrayBuffer>;
  readonly entryCount: number;
  readonly refusedCount: number;
  readonly root: Uint8Array<ArrayBuffer>;
  readonly frozenAt: Date;
  readonly frozenBy: string;
};

/** Makes the lines of the list of those who are eligible, in the order of their leaves (docs/decisions/0012). Says how many. */
export async function insertLeaves(
  tx: Transaction,
  wave: Pick<WaveToSelect, "id" | "number">,
  { salt, perFamilyCard }: { readonly salt: Uint8Array; readonly perFamilyCard: number },
): Promise<number> {
  const part = `draw_leaf_${wave.number}`;
  await tx.$executeRaw`SELECT begin_wave_part('draw_leaf', ${part}, ${wave.id}::uuid)`;
  const count = await tx.$executeRaw`
    INSERT INTO ${Prisma.raw(part)} (wave_id, position, participant_id, entry, province_code, priority, weight, family, family_taken, leaf, crowd)
    SELECT ${wave.id}::uuid, row_number() OVER (ORDER BY leaf) - 1, participant_id, entry, province_code, priority, 1, family, taken, leaf, crowd
    FROM (
      SELECT *, sha256('\\x00'::bytea || convert_to(encode(entry, 'hex') || ',' || province_code || ',' || priority || ',1,'
        || encode(family, 'hex') || ',' || taken, 'UTF8')) AS leaf
      FROM (
        SELECT e.participant_id, coalesce(e.province_code, '') AS province_code, e.family_recipients AS taken, c.crowd,
          CASE WHEN e.laid_off THEN 0 ELSE 1 END AS priority,
          sha256(substr(sha256(${salt} || 'entry'::bytea || uuid_send(e.participant_id)), 1, 16) || uuid_send(e.participant_id)) AS entry,
          substr(sha256(${salt} || 'family'::bytea || e.family_card_index), 1, 16) AS family
        FROM frozen_entry e
        LEFT JOIN (
          SELECT family_card_index, row_number() OVER ()::int AS crowd FROM frozen_entry
          WHERE wave_id = ${wave.id}::uuid AND refusal IS NULL
          GROUP BY family_card_index HAVING count(*) + max(family_recipients) > ${perFamilyCard}::int
        ) c ON c.family_card_index = e.family_card_index
        WHERE e.wave_id = ${wave.id}::uuid AND e.refusal IS NULL
        OFFSET 0
      ) lines
      OFFSET 0
    ) leaves`;
  await tx.$executeRaw`SELECT finish_wave_part('draw_leaf', ${part}, ${wave.id}::uuid)`;
  return count;
}

/** Builds the tree over the leaves, 256 hashes a row and eight levels a step. Answers its root. */
export async function insertTree(tx: Transaction, waveId: string): Promise<Uint8Array<ArrayBuffer>> {
  await tx.$executeRaw`
    INSERT INTO draw_tree (wave_id, level, block, hashes)
    SELECT ${waveId}::uuid, 0, position / 256, string_agg(leaf, ''::bytea ORDER BY position)
    FROM draw_leaf WHERE wave_id = ${waveId}::uuid GROUP BY position / 256`;
  for (const level of [8, 16, 24]) {
    await tx.$executeRaw`
      INSERT INTO draw_tree (wave_id, level, block, hashes)
      SELECT wave_id, ${level}::int, block / 256, string_agg(draw_tree_fold(hashes), ''::bytea ORDER BY block)
      FROM draw_tree WHERE wave_id = ${waveId}::uuid AND level = ${level - 8}::int GROUP BY wave_id, block / 256`;
  }
  const [row] = await tx.$queryRaw<{ root: Uint8Array<ArrayBuffer> }[]>`
    SELECT coalesce((SELECT draw_tree_fold(hashes) FROM draw_tree WHERE wave_id = ${waveId}::uuid AND level = 24),
      sha256(''::bytea)) AS root`;
  if (!row) throw new Error("a tree has a root");
  return row.root;
}

export async function insertList(tx: Transaction, list: FixedList): Promise<void> {
  await tx.drawList.create({ data: list });
}
