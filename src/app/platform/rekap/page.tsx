import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { StatementPage } from "#features/partners/components/pages/statement-page.tsx";
import { requireOwnPlatform } from "../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.statement");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function SettlementPage({ searchParams }: Props) {
  const partner = await requireOwnPlatform();
  return (
    <StaffFrame current="/platform/rekap">
      <StatementPage partner={partner} query={await searchParams} />
    </StaffFrame>
  );
}
