import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ReviewsToAnswer } from "#features/reviews/components/reviews-to-answer.tsx";
import { findReviewsOfProvider } from "#features/reviews/queries/of-provider.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { requireOwnProvider } from "../own-provider.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.reviews");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Reviews of the own provider's courses: those that wait for an answer, or all. */
export default async function ReviewsPage({ searchParams }: Props) {
  const provider = await requireOwnProvider();
  const { terjawab, daftar, dari } = await searchParams;
  const t = await getTranslations("partners.reviews");
  const list = daftar === "semua" ? "all" : "waiting";
  const edge = typeof dari === "string" && isUuid(dari) ? dari : undefined;
  const { rows, next } = await findReviewsOfProvider(provider.slug, list, await currentLocale(), edge);
  const href = list === "all" ? "/lembaga/ulasan?daftar=semua" : "/lembaga/ulasan?daftar=menunggu";
  return (
    <StaffFrame current="/lembaga/ulasan">
      <PageHeader title={t("title")} lead={t("lead")} />
      {terjawab ? (
        <Notice tone="success" live>
          {t("saved")}
        </Notice>
      ) : null}
      <nav aria-label={t("lists")} className="flex flex-wrap gap-2">
        {(["waiting", "all"] as const).map((each) => (
          <LinkButton
            key={each}
            href={`/lembaga/ulasan?daftar=${each === "all" ? "semua" : "menunggu"}`}
            size="small"
            variant={each === list ? "primary" : "secondary"}
            aria-current={each === list ? "true" : undefined}
          >
            {t(each)}
          </LinkButton>
        ))}
      </nav>
      <Card>
        <ReviewsToAnswer
          caption={t(list)}
          rows={rows}
          empty={<EmptyState scene="certificate" title={t("none")} text={t("noneText")} />}
        />
        <Pagination
          label={t("pages")}
          previous={edge ? { href, label: t("first") } : undefined}
          next={next ? { href: `${href}&dari=${next}`, label: t("more") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}
