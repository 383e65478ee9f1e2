import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePasswordForm } from "#features/access/components/security-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";
import { requireInsider } from "../insider.ts";
import { SecurityFrame } from "../security-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.security");
  return { title: t("change"), description: t("passwordText") };
}

export default async function ChangePasswordPage() {
  await requireInsider();
  const t = await getTranslations("access.security");
  return (
    <SecurityFrame title={t("change")} lead={t("passwordText")} isUnder>
      <Card>
        <ChangePasswordForm commandKey={newCommandKey()} />
      </Card>
    </SecurityFrame>
  );
}
