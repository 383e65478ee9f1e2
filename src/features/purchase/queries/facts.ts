import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import { parseDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { sql, type Transaction } from "#platform/db/client.ts";
import { purchaseTerms } from "../schema.ts";
import type { Buyer, CourseForSale, EarlierPurchase, Intent, IntentId, PurchaseFacts } from "../types.ts";
import { type IntentRow, intentColumns, intentFrom } from "./intent.ts";

// What decides whether somebody may buy a course: read for the page, and again inside the command with all locked. One
// statement each time: whoever buys holds locks, and each way to the database and back makes others wait longer.

/** A course by its slug, or by the code that partners know it by. */
export type CourseKey = { readonly slug: string } | { readonly code: string };

/** The facts that the database knows; who sells and which price was shown is the caller's. */
export type SaleFacts = Pick<PurchaseFacts, "buyer" | "course" | "earlier">;

type FactRow = {
  readonly determined_at: Date | null;
  readonly has_ended: boolean;
  readonly balance: bigint | null;
  readonly birth: string | null;
  readonly education: string | null;
  readonly parameters: unknown;
  readonly course: Omit<CourseForSale, "id" | "price" | "schedule"> | null;
  readonly course_id: CourseId;
  readonly price: bigint;
  readonly schedule_id: ScheduleId | null;
  readonly schedule_code: string;
  readonly starts_at: Date | null;
  readonly ends_at: Date | null;
  readonly seats_left: number;
  readonly is_cancelled: boolean;
  readonly earlier: readonly EarlierRow[];
};

/** As JSON has it: moments are texts. */
type EarlierRow = Pick<EarlierPurchase, "courseId" | "status" | "cancelCause"> & {
  readonly cancelledAt: string | null;
  readonly finishedAt: string | null;
};

/** Somebody, a course, and one of its schedules: by its code, or the only one of a self-paced course. */
export async function findSaleFacts(
  db: Transaction,
  participantId: ParticipantId,
  course: CourseKey,
  scheduleCode: string | null,
): Promise<SaleFacts> {
  const isTheCourse = "slug" in course ? sql`slug = ${course.slug}` : sql`code = ${course.code}`;
  const isTheSchedule = scheduleCode === null ? sql`cancelled_at IS NULL` : sql`code = ${scheduleCode}`;
  const [row] = await db.$queryRaw<FactRow[]>`
    WITH asked AS (
      SELECT ${participantId}::uuid AS participant_id, c.id AS course_id,
        (SELECT min(id::text)::uuid FROM course_schedule WHERE course_id = c.id AND ${isTheSchedule} HAVING count(*) = 1) AS schedule_id
      FROM (VALUES (1)) one LEFT JOIN (SELECT id FROM course WHERE ${isTheCourse}) c ON true
    ) SELECT ${factColumns} FROM ${factTables}`;
  if (!row) throw new Error("one row was asked for");
  return factsFrom(row);
}

/** A purchase that waits for its code, and the facts as they are now for the very course and schedule it asked for. */
export async function findIntendedSale(
  db: Transaction,
  id: IntentId,
): Promise<{ readonly intent: Intent; readonly facts: SaleFacts }> {
  const [row] = await db.$queryRaw<(FactRow & IntentRow)[]>`
    WITH asked AS (SELECT * FROM purchase_intent WHERE id = ${id}::uuid)
    SELECT ${factColumns}, ${intentColumns} FROM ${factTables}`;
  if (!row) throw new Error(`intent ${id} was held and is gone`);
  return { intent: intentFrom(row), facts: factsFrom(row) };
}

const factColumns = sql`
  determination.determined_at, scheme.parameters, registration.education,
  to_char(registration.birth_date, 'YYYY-MM-DD') AS birth,
  account.locked_at IS NOT NULL OR coalesce(membership.status::text, 'active') <> 'active' AS has_ended,
  (SELECT balance FROM ledger_account WHERE kind = 'training_balance' AND owner = asked.participant_id::text) AS balance,
  course.id AS course_id, course.price,
  CASE WHEN course.id IS NOT NULL THEN json_build_object(
    'slug', course.slug, 'code', course.code, 'version', course.version, 'mode', course.mode, 'isActive', course.active,
    'providerSlug', course.provider_slug, 'platformSlug', course.platform_slug, 'commissionPercent', platform.commission_percent,
    'minimumAge', course.minimum_age, 'minimumEducation', course.minimum_education) END AS course,
  schedule.id AS schedule_id, schedule.code AS schedule_code, schedule.starts_at, schedule.ends_at,
  schedule.seats - schedule.seats_taken AS seats_left, schedule.cancelled_at IS NOT NULL AS is_cancelled,
  (SELECT coalesce(json_agg(json_build_object('courseId', course_id, 'status', status, 'cancelCause', cancel_cause,
    'cancelledAt', cancelled_at, 'finishedAt', finished_at)), '[]'::json) FROM purchase
    WHERE participant_id = asked.participant_id) AS earlier`;

/** Without a card there is no buyer, whatever else is known of the person. */
const factTables = sql`
  asked LEFT JOIN (recipient_card card JOIN account ON account.id = card.participant_id
    JOIN determination ON determination.participant_id = card.participant_id
    JOIN wave ON wave.id = determination.wave_id JOIN scheme ON scheme.code = wave.scheme_code
    LEFT JOIN registration ON registration.participant_id = card.participant_id
    LEFT JOIN membership ON membership.participant_id = card.participant_id
  ) ON card.participant_id = asked.participant_id
  LEFT JOIN (course JOIN platform ON platform.slug = course.platform_slug) ON course.id = asked.course_id
  LEFT JOIN course_schedule schedule ON schedule.id = asked.schedule_id`;

function factsFrom(row: FactRow): SaleFacts {
  return { buyer: buyerFrom(row), course: courseFrom(row), earlier: row.earlier.map(earlierFrom) };
}

/** The buyer as the books know them; null for people without a card. */
function buyerFrom(row: FactRow): Buyer | null {
  if (row.determined_at === null) return null;
  return {
    hasEnded: row.has_ended,
    determinedAt: row.determined_at,
    balance: row.balance ?? 0n,
    birth: row.birth === null ? null : parseDay(row.birth),
    education: row.education,
    terms: purchaseTerms.parse(row.parameters),
  };
}

function courseFrom(row: FactRow): CourseForSale | null {
  if (row.course === null) return null;
  return {
    ...{ ...row.course, id: row.course_id, price: row.price },
    schedule: row.schedule_id && {
      ...{ id: row.schedule_id, code: row.schedule_code, startsAt: row.starts_at, endsAt: row.ends_at },
      ...{ seatsLeft: row.seats_left, isCancelled: row.is_cancelled },
    },
  };
}

function earlierFrom({ cancelledAt, finishedAt, ...purchase }: EarlierRow): EarlierPurchase {
  return {
    ...purchase,
    cancelledAt: cancelledAt === null ? null : new Date(cancelledAt),
    finishedAt: finishedAt === null ? null : new Date(finishedAt),
  };
}
