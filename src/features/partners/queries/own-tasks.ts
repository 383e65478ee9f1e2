import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { HandedTask } from "../types/participant.ts";

/** A participant's own tasks of a training, the latest of each, with the feedback that came after it. */
export async function findHandedTasks(
  participantId: ParticipantId,
  courseSlug: string,
): Promise<readonly HandedTask[]> {
  return database().$queryRaw<HandedTask[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (t.scope, t.sequence) t.id, t.scope, t.sequence::int AS sequence, t.submitted_at AS "submittedAt",
        CASE t.status WHEN 2 THEN 'taken' WHEN 3 THEN 'failed' ELSE 'checking' END AS state,
        feedback.notes AS feedback, feedback.submitted_at AS "feedbackAt"
      FROM purchase p JOIN course c ON c.id = p.course_id JOIN task_record t ON t.purchase_id = p.id AND t.part = 'assignment'
      LEFT JOIN LATERAL (
        SELECT f.notes, f.submitted_at FROM task_record f
        WHERE f.redeem_code = t.redeem_code AND f.scope = t.scope AND f.sequence = t.sequence AND f.part = 'feedback'
          AND (f.submitted_at, f.id) > (t.submitted_at, t.id)
        ORDER BY f.submitted_at DESC, f.id DESC LIMIT 1) feedback ON true
      WHERE p.participant_id = ${participantId}::uuid AND c.slug = ${courseSlug}
      ORDER BY t.scope, t.sequence, t.submitted_at DESC, t.id DESC
    ) latest ORDER BY scope, sequence`;
}
