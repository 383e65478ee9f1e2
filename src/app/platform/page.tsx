import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ProviderCourses } from "#features/partners/components/provider-courses.tsx";
import { SaleTable } from "#features/partners/components/sale-table.tsx";
import { ownPartner } from "#features/partners/queries/own-partner.ts";
import { findPlatformOverview, findSales, type PlatformOverview } from "#features/partners/queries/sales.ts";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";

const LATEST = 5;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.platform");
  return { title: t("title") };
}

/** What a digital platform sees first: its courses, its commission and its latest sales. */
export default async function PlatformPage() {
  const partner = ownPartner(await requireStaff("platform:own"));
  const t = await getTranslations("partners.platform");
  const locale = await currentLocale();
  const overview = partner ? await findPlatformOverview(partner, locale) : null;
  if (!partner || !overview) {
    return (
      <StaffFrame current="/platform">
        <EmptyState scene="notfound" level={1} title={t("noneTitle")} text={t("noneLinked")} />
      </StaffFrame>
    );
  }
  const { rows } = await findSales(partner, locale);
  return (
    <StaffFrame current="/platform">
      <PageHeader title={t("title")} lead={t("lead", { name: overview.name })} />
      <Figures overview={overview} />
      {overview.courses.length > 0 ? (
        <ProviderCourses courses={overview.courses} />
      ) : (
        <EmptyState scene="market" title={t("noCourses")} text={t("noCoursesText")} />
      )}
      <Card
        title={t("latest")}
        footer={
          <a href="/platform/penjualan" className="link inline-flex min-h-11 items-center">
            {t("allSales")}
          </a>
        }
      >
        <SaleTable caption={t("latest")} rows={rows.slice(0, LATEST)} />
      </Card>
    </StaffFrame>
  );
}

async function Figures({ overview }: { readonly overview: PlatformOverview }) {
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  return (
    <section aria-label={t("figures.label")}>
      <dl className="grid gap-4 sm:grid-cols-3">
        <StatTile
          label={t("figures.courses")}
          icon="book"
          value={formatNumber(overview.coursesOffered, locale)}
        />
        <StatTile
          label={t("platform.sold")}
          icon="people"
          value={formatNumber(overview.buyers, locale)}
          note={t("figures.buyersNote")}
        />
        <StatTile
          label={t("platform.commission")}
          icon="wallet"
          value={<Money amount={overview.payable} />}
          note={t("platform.commissionNote", { percent: overview.commissionPercent })}
        />
      </dl>
    </section>
  );
}
