import { getTranslations } from "next-intl/server";
import { formatDay, formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { findRatings, findReviews } from "../queries.ts";
import { Stars } from "./stars.tsx";

type CourseReviewsProps = {
  readonly courseId: string;
  /** The page's own address; further pages are `?ulasan=<id>`. */
  readonly href: string;
  /** The id after which to go on, from the address. */
  readonly before?: string;
};

/** What others say of a course: the mean, then their words, first names only. */
export async function CourseReviews({ courseId, href, before }: CourseReviewsProps) {
  const t = await getTranslations("reviews");
  const locale = await currentLocale();
  const rating = (await findRatings([courseId])).get(courseId);
  const { items, next } = await findReviews(courseId, before);
  if (!rating) {
    return (
      <Card title={t("list.title")}>
        <p className="text-ink-soft">{t("list.empty")}</p>
      </Card>
    );
  }
  return (
    <Card
      title={<span id="ulasan">{t("list.title")}</span>}
      aside={
        <p className="font-semibold">
          {t("rating", { average: formatNumber(rating.average, locale), reviews: rating.reviews })}
        </p>
      }
    >
      <ul className="grid gap-5">
        {items.map((review) => (
          <li key={review.id} className="grid gap-1 border-t border-line pt-4 first:border-0 first:pt-0">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{review.firstName}</strong>
              <Stars stars={review.stars} />
              <time dateTime={review.createdAt.toISOString()} className="text-sm text-ink-soft">
                {formatDay(review.createdAt, locale)}
              </time>
            </div>
            <p className="break-words whitespace-pre-line">{review.text}</p>
            {review.answer ? (
              <div className="mt-2 grid gap-1 border-s-4 border-line-strong ps-4">
                <strong className="text-sm">{t("list.answer")}</strong>
                <p className="break-words whitespace-pre-line">{review.answer}</p>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <Pagination
        label={t("list.pages")}
        previous={before ? { href: `${href}#ulasan`, label: t("list.newest") } : undefined}
        next={next ? { href: `${href}?ulasan=${next}#ulasan`, label: t("list.older") } : undefined}
      />
    </Card>
  );
}
