import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";

/**
 * Active members with nothing left: the job-search payments all paid, every survey of the scheme either answered and
 * paid or past its last day, and no training under way. Locked.
 */
export async function lockFinishedMembers(
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<ParticipantId[]> {
  const rows = await tx.$queryRaw<{ readonly participantId: ParticipantId }[]>`
    SELECT m.participant_id AS "participantId"
    FROM membership m
    JOIN determination d ON d.participant_id = m.participant_id
    JOIN wave w ON w.id = d.wave_id
    JOIN scheme s ON s.code = w.scheme_code
    WHERE m.status = 'active'
      AND (SELECT count(*) FROM incentive_payment i WHERE i.participant_id = m.participant_id
             AND i.kind = 'job_search' AND i.status = 'paid') >= (s.parameters ->> 'jobSearchPayments')::int
      AND (s.parameters ->> 'jobSearchPayments')::int > 0
      AND NOT EXISTS (SELECT 1 FROM incentive_payment i WHERE i.participant_id = m.participant_id
             AND i.status IN ('scheduled', 'processing', 'held'))
      AND (SELECT count(*) FROM survey_round r WHERE r.participant_id = m.participant_id
             AND (r.closes_at < ${now} AND r.submitted_at IS NULL
                  OR EXISTS (SELECT 1 FROM incentive_payment i WHERE i.participant_id = r.participant_id
                               AND i.kind = 'survey' AND i.sequence = r.number AND i.status = 'paid')))
          >= jsonb_array_length(s.parameters -> 'surveyDays')
      AND NOT EXISTS (SELECT 1 FROM purchase p WHERE p.participant_id = m.participant_id
             AND p.status IN ('bought', 'redeemed'))
    ORDER BY m.since, m.participant_id LIMIT ${limit}
    FOR UPDATE OF m SKIP LOCKED`;
  return rows.map((row) => row.participantId);
}

export async function markCompleted(
  tx: Transaction,
  participantIds: readonly ParticipantId[],
  now: Date,
): Promise<void> {
  await tx.membership.updateMany({
    where: { participantId: { in: [...participantIds] } },
    data: { status: "completed", endedAt: now },
  });
}
