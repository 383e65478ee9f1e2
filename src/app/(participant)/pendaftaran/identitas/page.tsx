import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { IdentityForm } from "#features/registration/components/identity-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("identity");
}

export default async function IdentityPage() {
  const summary = await openForm("identity");
  const t = await getTranslations("registration.identity");
  return (
    <WizardPage page="identity">
      <Notice icon="shield">{t("privacy")}</Notice>
      <IdentityForm commandKey={newCommandKey()} summary={summary} />
    </WizardPage>
  );
}
