import { isUuid, type ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { ReadOfMyData, ReadPage } from "../types.ts";

const PAGE = 25;

/** Who looked at this person's data, the latest first, a page at a time by key. */
export async function findReads(participantId: ParticipantId, before?: string): Promise<ReadPage> {
  const last = before && isUuid(before) ? before : null;
  const rows = await database().$queryRaw<ReadOfMyData[]>`
    SELECT r.id, r.at, r.actor_role AS role, r.purpose, r.data, a.name AS region
    FROM personal_data_read r
    LEFT JOIN office_region o ON o.account_id = r.actor_id AND r.actor_role = 'officer'
    LEFT JOIN area a ON a.code = o.regency_code
    WHERE r.participant_id = ${participantId}::uuid AND (${last}::uuid IS NULL OR r.id < ${last}::uuid)
    ORDER BY r.id DESC LIMIT ${PAGE + 1}`;
  const reads = rows.slice(0, PAGE);
  return { reads, next: rows.length > PAGE ? (reads.at(-1)?.id ?? null) : null };
}
