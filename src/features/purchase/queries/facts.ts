import type { CourseId, ScheduleId } from "#features/catalogue/types.ts";
import { parseDay } from "#kernel/calendar.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import type { Transaction } from "#platform/db/client.ts";
import { purchaseTerms } from "../schema.ts";
import type { Buyer, CourseForSale, EarlierPurchase } from "../types.ts";

// What decides whether somebody may buy a course: read for the page, and again inside the command with all locked.

type BuyerRow = {
  readonly determined_at: Date;
  readonly has_ended: boolean;
  readonly balance: bigint | null;
  readonly birth: string | null;
  readonly education: string | null;
  readonly parameters: unknown;
};

/** The buyer as the books know them; null for people without a card. */
export async function findBuyer(db: Transaction, participantId: ParticipantId): Promise<Buyer | null> {
  const [row] = await db.$queryRaw<BuyerRow[]>`
    SELECT determination.determined_at, scheme.parameters, registration.education,
      to_char(registration.birth_date, 'YYYY-MM-DD') AS birth,
      account.locked_at IS NOT NULL OR coalesce(membership.status::text, 'active') <> 'active' AS has_ended,
      (SELECT balance FROM ledger_account WHERE kind = 'training_balance' AND owner = ${participantId}) AS balance
    FROM recipient_card card JOIN account ON account.id = card.participant_id
      JOIN determination ON determination.participant_id = card.participant_id
      JOIN wave ON wave.id = determination.wave_id JOIN scheme ON scheme.code = wave.scheme_code
      LEFT JOIN registration ON registration.participant_id = card.participant_id
      LEFT JOIN membership ON membership.participant_id = card.participant_id
    WHERE card.participant_id = ${participantId}::uuid`;
  if (!row) return null;
  return {
    hasEnded: row.has_ended,
    determinedAt: row.determined_at,
    balance: row.balance ?? 0n,
    birth: row.birth === null ? null : parseDay(row.birth),
    education: row.education,
    terms: purchaseTerms.parse(row.parameters),
  };
}

/** A course by its slug, or by the code that partners know it by. */
export type CourseKey = { readonly slug: string } | { readonly code: string };

/** The course as it is sold, with one of its schedules: by its code, or the only one of a self-paced course. */
export async function findCourseForSale(
  db: Transaction,
  key: CourseKey,
  scheduleCode: string | null,
): Promise<CourseForSale | null> {
  const row = await db.course.findUnique({
    where: "slug" in key ? { slug: key.slug } : { code: key.code },
    select: {
      ...{ id: true, slug: true, code: true, version: true, mode: true, price: true, active: true },
      ...{ providerSlug: true, platformSlug: true, minimumAge: true, minimumEducation: true },
      platform: { select: { commissionPercent: true } },
      schedules: {
        where: scheduleCode === null ? { cancelledAt: null } : { code: scheduleCode },
        orderBy: [{ startsAt: "asc" }, { id: "asc" }],
        take: 2,
      },
    },
  });
  if (!row) return null;
  const { active, platform, schedules, ...course } = row;
  const schedule = schedules.length === 1 ? schedules[0] : undefined;
  return {
    ...course,
    id: row.id as CourseId,
    commissionPercent: platform.commissionPercent,
    isActive: active,
    schedule: schedule
      ? {
          id: schedule.id as ScheduleId,
          ...{ code: schedule.code, startsAt: schedule.startsAt, endsAt: schedule.endsAt },
          seatsLeft: schedule.seats - schedule.seatsTaken,
          isCancelled: schedule.cancelledAt !== null,
        }
      : null,
  };
}

export async function findEarlierPurchases(
  db: Transaction,
  participantId: ParticipantId,
): Promise<EarlierPurchase[]> {
  return db.purchase.findMany({
    where: { participantId },
    select: { courseId: true, status: true, cancelCause: true, cancelledAt: true, finishedAt: true },
  });
}
