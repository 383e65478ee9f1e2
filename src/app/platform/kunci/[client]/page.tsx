import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ClientPage } from "#features/partners/components/pages/keys-page.tsx";
import { requireOwnPlatform } from "../../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.keys");
  return { title: t("title") };
}

type Props = {
  readonly params: Promise<{ readonly client: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

export default async function PartnerClientPage({ params, searchParams }: Props) {
  const partner = await requireOwnPlatform();
  const { client } = await params;
  const { hasil } = await searchParams;
  return (
    <StaffFrame current="/platform/kunci">
      <ClientPage partner={partner} client={client} result={hasil} />
    </StaffFrame>
  );
}
