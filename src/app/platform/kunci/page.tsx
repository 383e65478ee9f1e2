import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { KeysPage } from "#features/partners/components/pages/keys-page.tsx";
import { requireOwnPlatform } from "../own-platform.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.keys");
  return { title: t("title") };
}

export default async function PartnerKeysPage() {
  const partner = await requireOwnPlatform();
  return (
    <StaffFrame current="/platform/kunci">
      <KeysPage partner={partner} />
    </StaffFrame>
  );
}
