import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { ProfilePage } from "#features/partners/components/pages/profile-page.tsx";
import { requireOwnPlatform } from "../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.profile");
  return { title: t("title") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

export default async function PartnerProfilePage({ searchParams }: Props) {
  const partner = await requireOwnPlatform();
  const { tersimpan } = await searchParams;
  return (
    <StaffFrame current="/platform/profil">
      <ProfilePage partner={partner} isSaved={tersimpan !== undefined} />
    </StaffFrame>
  );
}
