import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { DeliveryLog } from "#features/partner-api/components/delivery-log.tsx";
import { LogPage } from "#features/partners/components/pages/log-page.tsx";
import { requireOwnPlatform } from "../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.log");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PartnerLogPage({ searchParams }: Props) {
  const partner = await requireOwnPlatform();
  return (
    <StaffFrame current="/platform/log">
      <LogPage partner={partner} query={await searchParams} />
      <DeliveryLog owner={{ kind: partner.kind, slug: partner.slug }} />
    </StaffFrame>
  );
}
