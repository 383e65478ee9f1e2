import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { SaleTable } from "#features/partners/components/sale-table.tsx";
import { findSales } from "#features/partners/queries/sales.ts";
import { currentLocale } from "#i18n/locale.ts";
import { isUuid } from "#kernel/identifiers.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Pagination } from "#ui/primitives/pagination.tsx";
import { requireOwnPlatform } from "../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.platform");
  return { title: t("sales") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function SalesPage({ searchParams }: Props) {
  const platform = await requireOwnPlatform();
  const { sebelum } = await searchParams;
  const t = await getTranslations("partners.platform");
  const before = typeof sebelum === "string" && isUuid(sebelum) ? sebelum : undefined;
  const { rows, next } = await findSales(platform, await currentLocale(), before);
  return (
    <StaffFrame current="/platform/penjualan">
      <PageHeader title={t("sales")} lead={t("salesLead")} />
      <Card>
        <SaleTable caption={t("sales")} rows={rows} />
        <Pagination
          label={t("pages")}
          previous={before ? { href: "/platform/penjualan", label: t("first") } : undefined}
          next={next ? { href: `/platform/penjualan?sebelum=${next}`, label: t("more") } : undefined}
        />
      </Card>
    </StaffFrame>
  );
}
