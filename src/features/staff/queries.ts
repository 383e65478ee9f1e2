import type { StaffActor } from "#authorization/actor.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { maskNik } from "#kernel/nik.ts";
import { ok } from "#kernel/result.ts";
import type { Transaction } from "#platform/db/client.ts";
import { decryptField } from "#platform/db/field-encryption.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import type { RecipientPage, Region, RegionalRecipient, StageCounts } from "./types.ts";

const PAGE = 50;

type Wanted = {
  /** Part of a name. */
  readonly name?: string;
  /** The last participant of the page before. */
  readonly after?: string;
};

/**
 * The recipients of the office's own region, a page at a time by name; null while the office has no region. Every look
 * at personal data leaves an audit row, and one that each person can read, in the same transaction.
 */
export async function viewRecipients(actor: StaffActor, wanted: Wanted): Promise<RecipientPage | null> {
  const result = await inOneTransaction(actor, async (work) => {
    const region = await findRegion(work.tx, actor);
    if (!region) return ok(null);
    const rows = await findRecipients(work.tx, region, wanted);
    const recipients = rows.slice(0, PAGE);
    await work.record({
      action: "recipients-viewed",
      subject: `region:${region.code}`,
      details: { shown: recipients.length, searched: Boolean(wanted.name) },
    });
    await work.recordRead({
      participantIds: recipients.map(({ participantId }) => participantId),
      purpose: "office-recipients",
      data: ["name", "nik-masked"],
    });
    const next = rows.length > PAGE ? (recipients.at(-1)?.participantId ?? null) : null;
    return ok({ region, recipients, next, counts: await countStages(work.tx, region) });
  });
  return result.ok ? result.value : null;
}

async function findRegion(tx: Transaction, actor: StaffActor): Promise<Region | null> {
  const office = await tx.officeRegion.findUnique({ where: { accountId: actor.accountId } });
  const area = office && (await tx.area.findUnique({ where: { code: office.regencyCode } }));
  return area ? { code: area.code, name: area.name } : null;
}

type Row = Pick<RegionalRecipient, "participantId" | "name"> & { readonly nikCipher: Uint8Array };

async function findRecipients(
  tx: Transaction,
  region: Region,
  { name = "", after }: Wanted,
): Promise<RegionalRecipient[]> {
  const pattern = `%${name.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const last = after && isUuid(after) ? after : null;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.participant_id AS "participantId", r.full_name AS name, r.nik_cipher AS "nikCipher"
    FROM registration r
    JOIN determination d ON d.participant_id = r.participant_id
    WHERE r.regency_code = ${region.code} AND r.full_name ILIKE ${pattern} AND r.nik_cipher IS NOT NULL
      AND (${last}::uuid IS NULL OR (r.full_name, r.participant_id) >
           (SELECT b.full_name, b.participant_id FROM registration b
            WHERE b.participant_id = ${last}::uuid AND b.regency_code = ${region.code}))
    ORDER BY r.full_name, r.participant_id LIMIT ${PAGE + 1}`;
  return rows.map(({ nikCipher, ...row }) => ({ ...row, maskedNik: maskNik(decryptField(nikCipher)) }));
}

async function countStages(tx: Transaction, region: Region): Promise<StageCounts> {
  const rows = await tx.$queryRaw<{ readonly stage: keyof StageCounts; readonly count: bigint }[]>`
    SELECT CASE
             WHEN m.status = 'revoked' THEN 'revoked'
             WHEN EXISTS (SELECT 1 FROM training_completion c WHERE c.participant_id = r.participant_id) THEN 'finished'
             WHEN EXISTS (SELECT 1 FROM purchase p WHERE p.participant_id = r.participant_id
                            AND p.status IN ('bought', 'redeemed')) THEN 'training'
             ELSE 'choosing'
           END AS stage, count(*) AS count
    FROM registration r
    JOIN determination d ON d.participant_id = r.participant_id
    LEFT JOIN membership m ON m.participant_id = r.participant_id
    WHERE r.regency_code = ${region.code} AND r.full_name IS NOT NULL AND r.nik_cipher IS NOT NULL
    GROUP BY 1`;
  const of = (stage: keyof StageCounts) => Number(rows.find((row) => row.stage === stage)?.count ?? 0);
  return {
    choosing: of("choosing"),
    training: of("training"),
    finished: of("finished"),
    revoked: of("revoked"),
  };
}
