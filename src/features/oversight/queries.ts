import { database } from "#platform/db/client.ts";
import { auditDetails } from "./schema.ts";
import type { AuditRow, CountedStage, Deadline, DeadlineKind, OpenTask, StageCount } from "./types.ts";

/** The nearest moment at which something happens by itself; null when nothing is planned. */
export async function findNextDeadline(now: Date): Promise<Deadline | null> {
  const [row] = await database().$queryRaw<{ kind: DeadlineKind; at: Date }[]>`
    SELECT * FROM (
      SELECT 'purchase' AS kind, min(finish_by) AS at FROM purchase
        WHERE finish_by > ${now} AND status IN ('bought', 'redeemed')
      UNION ALL SELECT 'payment', min(scheduled_for) FROM incentive_payment
        WHERE scheduled_for > ${now} AND status = 'scheduled'
      UNION ALL SELECT 'survey', min(opens_at) FROM survey_round WHERE opens_at > ${now}
      UNION ALL SELECT 'wave-opens', min(opens_at) FROM wave WHERE opens_at > ${now} AND status = 'scheduled'
      UNION ALL SELECT 'wave-closes', min(closes_at) FROM wave
        WHERE closes_at > ${now} AND status IN ('scheduled', 'open')
    ) AS deadlines WHERE at IS NOT NULL ORDER BY at LIMIT 1`;
  return row ?? null;
}

/** How far the programme runs ahead of the real time, in seconds. */
export async function findAheadSeconds(): Promise<number> {
  const row = await database().simulationClock.findUnique({
    where: { id: 1 },
    select: { aheadSeconds: true },
  });
  return Number(row?.aheadSeconds ?? 0);
}

const AUDIT_PER_PAGE = 50;

/** The audit trail, latest first, by keyset over the id, whose order is that of time. */
export async function findAuditTrail(
  before?: string,
): Promise<{ readonly rows: readonly AuditRow[]; readonly next: string | null }> {
  const rows = await database().auditEvent.findMany({
    where: before ? { id: { lt: before } } : {},
    orderBy: { id: "desc" },
    take: AUDIT_PER_PAGE + 1,
  });
  const page = rows.slice(0, AUDIT_PER_PAGE);
  const names = await nameActors(page.flatMap(({ actorId }) => actorId ?? []));
  const shown = page.map(({ actorId, details, ...row }) => ({
    ...row,
    actor: actorId && (names.get(actorId) ?? actorId),
    details: auditDetails.parse(details),
  }));
  return { rows: shown, next: rows.length > AUDIT_PER_PAGE ? (shown.at(-1)?.id ?? null) : null };
}

/** Staff by name; participants stay ids, so that the trail holds no personal data. */
async function nameActors(ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await database().account.findMany({
    where: { id: { in: [...new Set(ids)] }, role: { not: "participant" } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

const COUNTED_TO = 10_000;

/** Exact up to 10,000 rows; above that the planner's own estimate, so that no figure grows slower with the programme. */
export async function countStages(): Promise<StageCount[]> {
  const rows = await database().$queryRaw<{ stage: CountedStage; counted: number; estimate: number }[]>`
    SELECT s.stage, s.counted, greatest(c.reltuples, s.counted)::float8 AS estimate FROM (
      SELECT 1 AS place, 'accounts' AS stage, 'account' AS name, (SELECT count(*)::int FROM (SELECT 1 FROM account LIMIT ${COUNTED_TO + 1}) AS x) AS counted
      UNION ALL SELECT 2, 'registrations', 'registration', (SELECT count(*)::int FROM (SELECT 1 FROM registration LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 3, 'verifications', 'verification', (SELECT count(*)::int FROM (SELECT 1 FROM verification LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 4, 'tests', 'test_attempt', (SELECT count(*)::int FROM (SELECT 1 FROM test_attempt LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 5, 'entries', 'wave_entry', (SELECT count(*)::int FROM (SELECT 1 FROM wave_entry LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 6, 'determinations', 'determination', (SELECT count(*)::int FROM (SELECT 1 FROM determination LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 7, 'purchases', 'purchase', (SELECT count(*)::int FROM (SELECT 1 FROM purchase LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 8, 'completions', 'training_completion', (SELECT count(*)::int FROM (SELECT 1 FROM training_completion LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 9, 'reviews', 'review', (SELECT count(*)::int FROM (SELECT 1 FROM review LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 10, 'certificates', 'certificate', (SELECT count(*)::int FROM (SELECT 1 FROM certificate LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 11, 'payments', 'incentive_payment', (SELECT count(*)::int FROM (SELECT 1 FROM incentive_payment WHERE status = 'paid' LIMIT ${COUNTED_TO + 1}) AS x)
      UNION ALL SELECT 12, 'surveys', 'survey_round', (SELECT count(*)::int FROM (SELECT 1 FROM survey_round WHERE submitted_at IS NOT NULL LIMIT ${COUNTED_TO + 1}) AS x)
    ) AS s JOIN pg_class c ON c.oid = s.name::regclass ORDER BY s.place`;
  return rows.map(({ stage, counted, estimate }) => {
    const about = counted > COUNTED_TO;
    return { stage, count: about ? Math.round(estimate) : counted, about };
  });
}

/** A check that has waited longer than this has an operator look at it. */
const STUCK_ATTEMPTS = 5;

/** What waits for an operator, the most pressing first. */
export async function findOpenTasks(): Promise<OpenTask[]> {
  const waves = await database().wave.findMany({
    where: { status: { notIn: ["draft", "published", "archived"] } },
    orderBy: { number: "asc" },
    take: 20,
    select: { id: true, number: true, status: true },
  });
  const of = (...statuses: string[]) => waves.filter(({ status }) => statuses.includes(status));
  const stuck = await database().verification.count({
    where: { status: "checking", attempts: { gte: STUCK_ATTEMPTS } },
  });
  const held = await database().incentivePayment.count({ where: { status: "held" } });
  const isPlanned = of("open", "scheduled").length > 0;
  return [
    ...of("drawn", "reviewed", "decided").map(({ id, number }) => ({
      kind: "wave-to-publish" as const,
      waveId: id,
      number,
    })),
    ...of("closed", "frozen").map(({ id, number }) => ({
      kind: "wave-to-draw" as const,
      waveId: id,
      number,
    })),
    ...(isPlanned ? [] : [{ kind: "no-wave-planned" as const }]),
    ...(stuck > 0 ? [{ kind: "verifications-stuck" as const, count: stuck }] : []),
    ...(held > 0 ? [{ kind: "payments-held" as const, count: held }] : []),
  ];
}
