import { findVerification } from "#features/verification/queries.ts";
import { isMendable, verificationReasons } from "#features/verification/types.ts";
import type { AccountId, ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { standsSince } from "./policy/terms.ts";
import type { Appeal, CaseId, ListedCase, QueueCounts, QueueFilter } from "./types.ts";

const PAGE = 50;
const COUNTED_TO = 1_000;

type Row = Omit<ListedCase, "holder" | "isOverdue"> & {
  readonly assignedTo: AccountId | null;
  readonly holderName: string | null;
};

/** Cases that wait for a decision, the most pressing first, a page at a time by key. Tells nothing of the people. */
export async function findQueue(
  filter: QueueFilter,
  now: Date,
  after?: string,
): Promise<{ readonly rows: readonly ListedCase[]; readonly next: CaseId | null }> {
  const { kind = null, reason = null, heldBy = null } = filter;
  const rows = await database().$queryRaw<Row[]>`
    SELECT c.id, c.kind::text AS kind, c.reason, c.opened_at AS "openedAt", c.due_at AS "dueAt",
           c.assigned_to AS "assignedTo", h.display_name AS "holderName"
    FROM review_case c
    JOIN verification v ON v.participant_id = c.participant_id
    LEFT JOIN account h ON h.id = c.assigned_to
    WHERE c.decision IS NULL AND (v.status = 'in_review' OR (c.kind = 'appeal' AND v.status = 'refused'))
      AND (${kind}::text IS NULL OR c.kind::text = ${kind})
      AND (${reason}::text IS NULL OR c.reason = ${reason})
      AND (${heldBy}::uuid IS NULL OR c.assigned_to = ${heldBy}::uuid)
      AND (${after ?? null}::uuid IS NULL OR (c.due_at, c.id) >
           (SELECT b.due_at, b.id FROM review_case b WHERE b.id = ${after ?? null}::uuid))
    ORDER BY c.due_at, c.id LIMIT ${PAGE + 1}`;
  const shown = rows.slice(0, PAGE).map((row) => listed(row, now));
  return { rows: shown, next: rows.length > PAGE ? (shown.at(-1)?.id ?? null) : null };
}

function listed({ assignedTo, holderName, ...row }: Row, now: Date): ListedCase {
  const holder = assignedTo && { id: assignedTo, name: holderName ?? "" };
  return { ...row, holder, isOverdue: row.dueAt < now };
}

/** How many wait, of the thousand that are most pressing. */
export async function countQueue(me: AccountId, now: Date): Promise<QueueCounts> {
  const [row] = await database().$queryRaw<QueueCounts[]>`
    SELECT count(*)::int AS waiting, count(*) FILTER (WHERE due_at < ${now})::int AS overdue,
           count(*) FILTER (WHERE assigned_to IS NULL)::int AS free,
           count(*) FILTER (WHERE assigned_to = ${me}::uuid)::int AS mine
    FROM (SELECT c.due_at, c.assigned_to FROM review_case c JOIN verification v ON v.participant_id = c.participant_id
          WHERE c.decision IS NULL AND (v.status = 'in_review' OR (c.kind = 'appeal' AND v.status = 'refused'))
          ORDER BY c.due_at, c.id LIMIT ${COUNTED_TO}) AS pressing`;
  return row ?? { waiting: 0, overdue: 0, free: 0, mine: 0 };
}

/**
 * What this person may do against a refusal: the appeal that was made against it, or that one may be made; null while
 * there is no refusal that an appeal could be against.
 */
export async function findAppeal(participantId: ParticipantId, now: Date): Promise<Appeal | "open" | null> {
  const check = await database().verification.findUnique({
    where: { participantId },
    select: { status: true, reason: true, requestedAt: true, checkedAt: true, reviewedAt: true },
  });
  if (!check) return null;
  const made = await findLastAppeal(participantId);
  if (check.status !== "refused") return made && made.filedAt >= check.requestedAt ? made : null;
  const barredUntil = (await findVerification(participantId))?.bar?.until ?? null;
  const at = standsSince(check.reviewedAt ?? check.checkedAt ?? check.requestedAt, barredUntil, now);
  if (made?.against?.getTime() === at.getTime()) return made;
  const reason = verificationReasons.find((code) => code === check.reason);
  return reason && isMendable(reason) ? null : "open";
}

async function findLastAppeal(participantId: ParticipantId) {
  const row = await database().reviewCase.findFirst({
    where: { participantId, kind: "appeal" },
    orderBy: { openedAt: "desc" },
    select: {
      openedAt: true,
      dueAt: true,
      decision: true,
      decisionReason: true,
      decidedAt: true,
      against: true,
    },
  });
  if (!row) return null;
  const { openedAt: filedAt, decisionReason, ...appeal } = row;
  const reason = verificationReasons.find((code) => code === decisionReason) ?? null;
  return { filedAt, reason, ...appeal };
}
