import type { Locale } from "#i18n/messages.ts";
import { balanceOf } from "#ledger/balances.ts";
import { database } from "#platform/db/client.ts";
import type { ProviderOverview, ProviderPurchase } from "./types.ts";

const LATEST = 20;

/** One provider's courses and figures; null when the catalogue knows no such provider. */
export async function findProviderOverview(slug: string, locale: Locale): Promise<ProviderOverview | null> {
  const provider = await database().provider.findUnique({
    where: { slug },
    select: {
      name: true,
      city: true,
      courses: { orderBy: { title: "asc" }, include: { schedules: { where: { cancelledAt: null } } } },
    },
  });
  if (!provider) return null;
  const courses = provider.courses.map(({ slug, title, titleEn, price, schedules, active }) => ({
    ...{ slug, price },
    seats: schedules.reduce((sum, { seats }) => sum + seats, 0),
    seatsTaken: schedules.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0),
    title: locale === "en" ? titleEn : title,
    isOffered: active,
  }));
  return {
    ...{ name: provider.name, city: provider.city, courses },
    coursesOffered: courses.filter(({ isOffered }) => isOffered).length,
    buyers: courses.reduce((sum, { seatsTaken }) => sum + seatsTaken, 0),
    payable: await balanceOf({ kind: "provider_payable", owner: slug }),
  };
}

/**
 * The latest purchases of one provider's courses, newest first. Each course gives its own latest by an index, so that
 * the number of purchases does not matter.
 */
export async function findProviderPurchases(slug: string, locale: Locale): Promise<ProviderPurchase[]> {
  return database().$queryRaw<ProviderPurchase[]>`
    SELECT latest.redeem_code AS "redeemCode", latest.price, latest.status::text AS status,
      latest.purchased_at AS "purchasedAt",
      CASE WHEN ${locale} = 'en' THEN course.title_en ELSE course.title END AS "courseTitle"
    FROM course CROSS JOIN LATERAL (
      SELECT redeem_code, price, status, purchased_at FROM purchase
      WHERE course_id = course.id ORDER BY purchased_at DESC LIMIT ${LATEST}) AS latest
    WHERE course.provider_slug = ${slug}
    ORDER BY latest.purchased_at DESC LIMIT ${LATEST}`;
}
