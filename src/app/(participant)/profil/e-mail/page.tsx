import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewContactPage } from "../new-contact-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.contact");
  return { title: t("emailTitle"), description: t("emailLead") };
}

export default function ChangeEmailPage() {
  return <NewContactPage kind="email" />;
}
