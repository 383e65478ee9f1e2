import { database } from "#platform/db/client.ts";
import { type Anomaly, type AnomalyGroup, type AnomalyKind, anomalyKinds } from "../types.ts";

type Row = Anomaly & { readonly kind: string; readonly alike: number };

/** What stands out in a wave, as it was measured last, the kinds that were found only. */
export async function findAnomalies(waveId: string): Promise<readonly AnomalyGroup[]> {
  const rows = await database().$queryRaw<Row[]>`
    SELECT n.kind, n.mark, n.subject, n.found, n.usual, n.alike, coalesce(a.name, o.name, b.name) AS place
    FROM wave_anomaly n
    LEFT JOIN area a ON n.kind IN ('district-share', 'same-birth') AND a.code = split_part(n.subject, ' ', 1)
    LEFT JOIN office_region h ON h.account_id = CASE n.kind WHEN 'one-officer' THEN n.subject::uuid END
    LEFT JOIN area o ON o.code = h.regency_code
    LEFT JOIN bulk_file f ON f.id = CASE n.kind WHEN 'one-bulk-file' THEN n.subject::uuid END
    LEFT JOIN area b ON b.code = f.regency_code
    WHERE n.wave_id = ${waveId}::uuid
    ORDER BY n.found DESC, n.mark`;
  return anomalyKinds.flatMap((kind) => {
    const ofKind = rows.filter((row) => row.kind === kind);
    return ofKind[0] ? [{ kind, alike: ofKind[0].alike, largest: ofKind }] : [];
  });
}

/**
 * The people of something that stands out, at most `most`, in the order of the seed. None when it was not found at the
 * last measuring any more.
 */
export async function findAnomalousPeople(
  waveId: string,
  { kind, mark }: { readonly kind: AnomalyKind; readonly mark: string },
  { seed, most }: { readonly seed: number; readonly most: number },
): Promise<readonly string[]> {
  const anomaly = await database().waveAnomaly.findUnique({
    where: { waveId_kind_mark: { waveId, kind, mark } },
    select: { subject: true },
  });
  if (!anomaly) return [];
  const rows = await peopleOf(kind, { waveId, subject: anomaly.subject, seed, most });
  return rows.map(({ id }) => id);
}

type Asked = {
  readonly waveId: string;
  readonly subject: string;
  readonly seed: number;
  readonly most: number;
};

function peopleOf(kind: AnomalyKind, { waveId, subject, seed, most }: Asked): Promise<{ id: string }[]> {
  if (kind === "one-officer" || kind === "one-bulk-file") {
    return database().$queryRaw`
      SELECT e.participant_id AS id FROM wave_entry e
      LEFT JOIN assisted_registration a ON a.participant_id = e.participant_id AND a.source = 'form'
      LEFT JOIN bulk_row b ON b.participant_id = e.participant_id
      WHERE e.wave_id = ${waveId}::uuid AND (a.officer_id = ${subject}::uuid OR b.bulk_file_id = ${subject}::uuid)
      ORDER BY hashtextextended(e.participant_id::text, ${seed}::bigint), id LIMIT ${most}::int`;
  }
  if (kind === "joins-in-a-minute") {
    return database().$queryRaw`
      SELECT participant_id AS id FROM wave_entry
      WHERE wave_id = ${waveId}::uuid AND joined_at >= ${subject}::timestamptz AND joined_at < ${subject}::timestamptz + interval '1 minute'
      ORDER BY hashtextextended(participant_id::text, ${seed}::bigint), id LIMIT ${most}::int`;
  }
  const [area = "", birth = ""] = kind === "family-card" ? [] : subject.split(" ");
  const card = Buffer.from(kind === "family-card" ? subject : "", "hex");
  return database().$queryRaw`
    SELECT e.participant_id AS id FROM wave_entry e JOIN registration r ON r.participant_id = e.participant_id
    WHERE e.wave_id = ${waveId}::uuid AND CASE ${kind}
      WHEN 'family-card' THEN r.family_card_index = ${card}
      WHEN 'district-share' THEN r.district_code = ${area}
      ELSE r.village_code = ${area} AND r.birth_date = nullif(${birth}, '')::date END
    ORDER BY hashtextextended(e.participant_id::text, ${seed}::bigint), id LIMIT ${most}::int`;
}
