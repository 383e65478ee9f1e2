import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { Agenda } from "#features/partners/components/agenda.tsx";
import { ProviderCourses } from "#features/partners/components/provider-courses.tsx";
import { ProviderPurchases } from "#features/partners/components/provider-purchases.tsx";
import { COUNTED_TO, findAgenda } from "#features/partners/queries/agenda.ts";
import { ownProvider } from "#features/partners/queries/own-partner.ts";
import { findProviderOverview, findProviderPurchases } from "#features/partners/queries.ts";
import type { ProviderOverview } from "#features/partners/types.ts";
import { formatNumber } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Money } from "#ui/primitives/money.tsx";
import { StatTile } from "#ui/primitives/stat-tile.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.page");
  return { title: t("title") };
}

/** What a training provider sees first: what waits, its courses and sales, and of the buyers nothing but redeem codes. */
export default async function ProviderPage() {
  const provider = ownProvider(await requireStaff("provider:own"));
  const t = await getTranslations("partners");
  const locale = await currentLocale();
  const overview = provider ? await findProviderOverview(provider.slug, locale) : null;
  if (!provider || !overview) {
    return (
      <StaffFrame current="/lembaga">
        <EmptyState scene="notfound" level={1} title={t("none.title")} text={t("none.text")} />
      </StaffFrame>
    );
  }
  const [agenda, purchases] = await Promise.all([
    findAgenda(provider, locale, await programmeNow()),
    findProviderPurchases(provider.slug, locale),
  ]);
  return (
    <StaffFrame current="/lembaga">
      <PageHeader
        title={t("page.title")}
        lead={t("page.lead", { provider: overview.name, city: overview.city })}
      />
      <Agenda agenda={agenda} countedTo={COUNTED_TO} />
      <Figures overview={overview} />
      <ProviderCourses courses={overview.courses} />
      <ProviderPurchases purchases={purchases} />
    </StaffFrame>
  );
}

async function Figures({ overview }: { readonly overview: ProviderOverview }) {
  const t = await getTranslations("partners.figures");
  const locale = await currentLocale();
  return (
    <section aria-label={t("label")}>
      <dl className="grid gap-4 sm:grid-cols-3">
        <StatTile label={t("courses")} icon="book" value={formatNumber(overview.coursesOffered, locale)} />
        <StatTile
          label={t("buyers")}
          icon="people"
          value={formatNumber(overview.buyers, locale)}
          note={t("buyersNote")}
        />
        <StatTile
          label={t("payable")}
          icon="wallet"
          value={<Money amount={overview.payable} />}
          note={t("payableNote")}
        />
      </dl>
    </section>
  );
}
