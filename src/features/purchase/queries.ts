import type { CourseId } from "#features/catalogue/types.ts";
import { defaultLocale, type Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { OwnPurchase, PurchaseId, PurchaseUnderWay, RedeemedPurchase } from "./types.ts";

/** The person's purchases, newest first. There are few: one at a time, each finished before the next. */
export async function findPurchases(
  participantId: ParticipantId,
  locale: Locale = defaultLocale,
): Promise<OwnPurchase[]> {
  return ownPurchases({ participantId }, locale);
}

/** One of the person's own purchases; null when it is not theirs. */
export async function findPurchase(
  participantId: ParticipantId,
  id: string,
  locale: Locale = defaultLocale,
): Promise<OwnPurchase | null> {
  return (await ownPurchases({ participantId, id }, locale))[0] ?? null;
}

/** The purchase that is bought or redeemed and not yet finished and reviewed; there is at most one. */
export async function findPurchaseUnderWay(
  participantId: ParticipantId,
  locale: Locale = defaultLocale,
): Promise<PurchaseUnderWay | null> {
  const status = { in: ["bought" as const, "redeemed" as const] };
  const [found] = await ownPurchases({ participantId, status }, locale);
  if (!found) return null;
  const { id, course, finishBy } = found;
  const isRedeemed = found.status === "redeemed";
  return {
    ...{ id, courseSlug: course.slug, courseTitle: course.title, finishBy },
    status: isRedeemed ? "redeemed" : "bought",
  };
}

/** The person's purchase that opened a course: redeemed, or finished, when it may be watched again. */
export async function findRedeemedPurchase(
  participantId: ParticipantId,
  courseSlug: string,
): Promise<RedeemedPurchase | null> {
  const course = await database().course.findUnique({ where: { slug: courseSlug }, select: { id: true } });
  if (!course) return null;
  const row = await database().purchase.findFirst({
    where: { participantId, courseId: course.id, status: { in: ["redeemed", "finished"] } },
    select: { id: true, finishBy: true },
  });
  return row && { purchaseId: row.id as PurchaseId, courseId: course.id as CourseId, finishBy: row.finishBy };
}

/** When the first training was bought that was not cancelled; null while there is none. */
export async function findFirstPurchaseAt(participantId: ParticipantId): Promise<Date | null> {
  const row = await database().purchase.findFirst({
    where: { participantId, status: { not: "cancelled" } },
    orderBy: { purchasedAt: "asc" },
    select: { purchasedAt: true },
  });
  return row?.purchasedAt ?? null;
}

type Where = NonNullable<Parameters<ReturnType<typeof database>["purchase"]["findMany"]>[0]>["where"];

async function ownPurchases(
  where: Where & { participantId: ParticipantId },
  locale: Locale,
): Promise<OwnPurchase[]> {
  const rows = await database().purchase.findMany({
    where,
    orderBy: [{ purchasedAt: "desc" }, { id: "desc" }],
    omit: { participantId: true },
  });
  const [courses, schedules] = await Promise.all([
    database().course.findMany({
      where: { id: { in: rows.map(({ courseId }) => courseId) } },
      select: { id: true, slug: true, title: true, titleEn: true, categoryCode: true, mode: true },
    }),
    database().courseSchedule.findMany({
      where: { id: { in: rows.map(({ scheduleId }) => scheduleId) } },
      select: { id: true, code: true, startsAt: true, endsAt: true, place: true, cancelReason: true },
    }),
  ]);
  const names = await namesOf(rows);
  return rows.flatMap(({ courseId, scheduleId, ...row }) => {
    const course = courses.find(({ id }) => id === courseId);
    const schedule = schedules.find(({ id }) => id === scheduleId);
    if (!course || !schedule) return [];
    const { slug, categoryCode, mode } = course;
    const title = locale === "en" ? course.titleEn : course.title;
    return {
      ...row,
      id: row.id as PurchaseId,
      course: { id: course.id as CourseId, slug, title, categoryCode, mode },
      schedule,
      providerName: names.get(`provider:${row.providerSlug}`) ?? "",
      platformName: names.get(`platform:${row.platformSlug}`) ?? "",
    };
  });
}

/** The names of those who were paid, as "provider:<slug>" and "platform:<slug>". */
async function namesOf(
  rows: readonly { readonly providerSlug: string; readonly platformSlug: string }[],
): Promise<ReadonlyMap<string, string>> {
  const select = { slug: true, name: true } as const;
  const [providers, platforms] = await Promise.all([
    database().provider.findMany({ where: { slug: { in: rows.map((row) => row.providerSlug) } }, select }),
    database().platform.findMany({ where: { slug: { in: rows.map((row) => row.platformSlug) } }, select }),
  ]);
  return new Map([
    ...providers.map(({ slug, name }) => [`provider:${slug}`, name] as const),
    ...platforms.map(({ slug, name }) => [`platform:${slug}`, name] as const),
  ]);
}
