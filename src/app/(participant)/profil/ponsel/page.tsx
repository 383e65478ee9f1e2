import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewContactPage } from "../new-contact-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.contact");
  return { title: t("phoneTitle"), description: t("phoneLead") };
}

export default function ChangePhonePage() {
  return <NewContactPage kind="phone" />;
}
