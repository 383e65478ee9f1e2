import type { CourseId } from "#features/catalogue/types.ts";
import { defaultLocale, type Locale } from "#i18n/messages.ts";
import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { datesOf, decidePurchase } from "./policy.ts";
import { purchaseTerms } from "./schema.ts";
import type {
  Buyer,
  CourseForSale,
  Offer,
  OwnPurchase,
  PurchaseId,
  PurchaseUnderWay,
  RedeemedPurchase,
} from "./types.ts";

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

/** Whether this person may buy this course now, or why not. Buying decides again, with everything locked. */
export async function findOffer(participantId: ParticipantId, slug: string, now: Date): Promise<Offer> {
  const [buyer, course, purchases] = await Promise.all([
    findBuyer(participantId),
    findCourseForSale(slug),
    findPurchases(participantId),
  ]);
  const earlier = purchases.map(({ course: { id }, status, finishedAt }) => ({
    courseId: id,
    ...{ status, finishedAt },
  }));
  const decision = decidePurchase({ buyer, course, earlier }, now);
  if (!decision.ok) {
    const underWay = purchases.find(({ status }) => status === "bought" || status === "redeemed");
    return { kind: "refused", refusal: decision.refusal, underWay: underWay?.id ?? null };
  }
  const { balance, terms } = decision.value.buyer;
  return {
    kind: "buyable",
    balanceAfter: balance - decision.value.course.price,
    dates: datesOf(terms, now),
  };
}

async function findBuyer(participantId: ParticipantId): Promise<Buyer | null> {
  const [card, account, membership, determination, ledger] = await Promise.all([
    database().recipientCard.findUnique({ where: { participantId }, select: { issuedAt: true } }),
    database().account.findUnique({ where: { id: participantId }, select: { lockedAt: true } }),
    database().membership.findUnique({ where: { participantId }, select: { status: true } }),
    database().determination.findUnique({ where: { participantId } }),
    database().ledgerAccount.findUnique({
      where: { kind_owner: { kind: "training_balance", owner: participantId } },
      select: { balance: true },
    }),
  ]);
  if (!card || !determination) return null;
  const { scheme } = await database().wave.findUniqueOrThrow({
    where: { id: determination.waveId },
    select: { scheme: { select: { parameters: true } } },
  });
  return {
    determinedAt: determination.determinedAt,
    hasEnded: account?.lockedAt != null || (membership !== null && membership.status !== "active"),
    balance: ledger?.balance ?? 0n,
    terms: purchaseTerms.parse(scheme.parameters),
  };
}

async function findCourseForSale(slug: string): Promise<CourseForSale | null> {
  const row = await database().course.findUnique({
    where: { slug },
    select: { id: true, price: true, providerSlug: true, seats: true, seatsTaken: true, active: true },
  });
  return (
    row && {
      id: row.id as CourseId,
      ...{ slug, price: row.price, providerSlug: row.providerSlug },
      seatsLeft: row.seats - row.seatsTaken,
      isActive: row.active,
    }
  );
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
  const courses = await database().course.findMany({
    where: { id: { in: rows.map(({ courseId }) => courseId) } },
    select: {
      ...{ id: true, slug: true, title: true, titleEn: true, categoryCode: true },
      provider: { select: { name: true } },
      platform: { select: { name: true } },
    },
  });
  return rows.flatMap(({ courseId, ...row }) => {
    const course = courses.find(({ id }) => id === courseId);
    if (!course) return [];
    const { slug, categoryCode } = course;
    const title = locale === "en" ? course.titleEn : course.title;
    return {
      ...row,
      id: row.id as PurchaseId,
      course: { id: course.id as CourseId, slug, title, categoryCode },
      providerName: course.provider.name,
      platformName: course.platform.name,
    };
  });
}
