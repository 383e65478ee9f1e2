import type { PurchaseStatus } from "#features/purchase/types.ts";
import type { Locale } from "#i18n/messages.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import type { OwnPartner, ProviderCourse } from "../types.ts";

const PAGE = 30;

/** What a platform sold, without its buyer. */
export type Sale = {
  readonly id: string;
  readonly invoiceCode: string;
  readonly transactionCode: string;
  readonly courseTitle: string;
  readonly channel: "portal" | "platform";
  readonly price: bigint;
  readonly commission: bigint;
  readonly status: PurchaseStatus;
  readonly purchasedAt: Date;
};

/** What a platform sold, the latest first; each of its courses gives its own latest by an index. */
export async function findSales(
  { kind, slug }: OwnPartner,
  locale: Locale,
  before?: string,
): Promise<{ readonly rows: readonly Sale[]; readonly next: string | null }> {
  const rows = await database().$queryRaw<Sale[]>`
    SELECT latest.* FROM course c CROSS JOIN LATERAL (
      SELECT p.id, p.invoice_code AS "invoiceCode", p.transaction_code AS "transactionCode", p.channel::text AS channel,
        CASE WHEN ${locale} = 'en' THEN c.title_en ELSE c.title END AS "courseTitle",
        p.price, p.commission, p.status::text AS status, p.purchased_at AS "purchasedAt"
      FROM purchase p LEFT JOIN purchase edge ON edge.id = ${before ?? null}::uuid
      WHERE p.course_id = c.id
        AND (edge.id IS NULL OR (p.purchased_at, p.id) < (edge.purchased_at, edge.id))
      ORDER BY p.purchased_at DESC, p.id DESC LIMIT ${PAGE + 1}) AS latest
    WHERE ${kind} = 'platform' AND c.platform_slug = ${slug}
    ORDER BY latest."purchasedAt" DESC, latest.id DESC LIMIT ${PAGE + 1}`;
  const page = rows.slice(0, PAGE);
  return { rows: page, next: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null };
}

export type PlatformOverview = {
  readonly name: string;
  readonly commissionPercent: number;
  readonly coursesOffered: number;
  readonly buyers: number;
  /** Commission that the programme owes the platform. */
  readonly payable: bigint;
  readonly courses: readonly ProviderCourse[];
};

/** One platform's courses and figures; null when the register knows no such platform. */
export async function findPlatformOverview(
  { kind, slug }: OwnPartner,
  locale: Locale,
): Promise<PlatformOverview | null> {
  if (kind !== "platform") return null;
  const platform = await database().platform.findUnique({
    where: { slug },
    select: {
      name: true,
      commissionPercent: true,
      courses: { orderBy: { title: "asc" }, include: { schedules: { where: { cancelledAt: null } } } },
    },
  });
  if (!platform) return null;
  const courses = platform.courses.map((course) => ({
    slug: course.slug,
    title: locale === "en" ? course.titleEn : course.title,
    price: course.price,
    isOffered: course.active,
    seats: course.schedules.reduce((sum, { seats }) => sum + seats, 0),
    seatsTaken: course.schedules.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0),
  }));
  return {
    name: platform.name,
    commissionPercent: platform.commissionPercent,
    courses,
    coursesOffered: courses.filter(({ isOffered }) => isOffered).length,
    buyers: courses.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0),
    payable: await balanceOf({ kind: "platform_commission", owner: slug }),
  };
}
