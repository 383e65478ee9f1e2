import type { Locale } from "#i18n/messages.ts";
import { database } from "#platform/db/client.ts";
import type { Attendee, OwnSchedule } from "../types/participant.ts";
import type { OwnProvider } from "../types.ts";

const PAGE = 50;

/** The schedules of a provider's courses: those to come or running first, then those of any time, then the past. */
export async function findSchedules(
  { slug }: OwnProvider,
  locale: Locale,
  now: Date,
): Promise<readonly OwnSchedule[]> {
  return database().$queryRaw<OwnSchedule[]>`
    SELECT s.code, CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle", c.mode::text AS mode,
      s.starts_at AS "startsAt", s.ends_at AS "endsAt", s.place, s.seats, s.seats_taken AS "seatsTaken",
      s.cancelled_at IS NOT NULL AS "isCancelled"
    FROM course c JOIN course_schedule s ON s.course_id = c.id
    WHERE c.provider_slug = ${slug}
    ORDER BY (s.ends_at IS NULL OR s.ends_at < ${now}), s.ends_at IS NOT NULL, s.starts_at, c.title
    LIMIT 200`;
}

/** One schedule of the provider's own; null for another's. */
export async function findOwnSchedule(
  { slug }: OwnProvider,
  code: string,
  locale: Locale,
): Promise<(OwnSchedule & { readonly id: string; readonly courseId: string }) | null> {
  const row = await database().courseSchedule.findFirst({
    where: { code, course: { providerSlug: slug } },
    include: { course: { select: { title: true, titleEn: true, mode: true } } },
  });
  if (!row) return null;
  const { course, cancelledAt, ...schedule } = row;
  return {
    ...schedule,
    courseTitle: locale === "en" ? course.titleEn : course.title,
    mode: course.mode,
    isCancelled: cancelledAt !== null,
  };
}

/** Who comes to a schedule of the provider's own, the latest buyers first; initials instead of names, and nothing else of a person. */
export async function findAttendees(
  { slug }: OwnProvider,
  code: string,
  before?: string,
): Promise<{ readonly rows: readonly Attendee[]; readonly next: string | null }> {
  type Row = Omit<Attendee, "initials"> & { readonly name: string };
  const rows = await database().$queryRaw<Row[]>`
    SELECT p.id AS "purchaseId", p.redeem_code AS "redeemCode", a.display_name AS name, p.status::text AS status,
      p.purchased_at AS "purchasedAt", p.redeemed_at AS "redeemedAt",
      ARRAY(SELECT t.sequence::int FROM attendance t WHERE t.purchase_id = p.id ORDER BY t.sequence) AS attended
    FROM course_schedule s
    JOIN course c ON c.id = s.course_id AND c.provider_slug = ${slug}
    JOIN purchase p ON p.course_id = s.course_id AND p.schedule_id = s.id
    JOIN account a ON a.id = p.participant_id
    LEFT JOIN purchase edge ON edge.id = ${before ?? null}::uuid
    WHERE s.code = ${code} AND (edge.id IS NULL OR (p.purchased_at, p.id) < (edge.purchased_at, edge.id))
    ORDER BY p.purchased_at DESC, p.id DESC LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE).map(({ name, ...row }) => ({ ...row, initials: initialsOf(name) }));
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.purchaseId ?? null) : null };
}

/** "Sari Dewi Simulasi" is "S. S."; a single word gives one letter. */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first, last] = [words[0], words.length > 1 ? words.at(-1) : undefined];
  return [first, last].flatMap((word) => (word ? `${Array.from(word)[0]?.toUpperCase()}.` : [])).join(" ");
}
