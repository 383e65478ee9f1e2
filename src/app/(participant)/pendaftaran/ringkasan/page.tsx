import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitForm } from "#features/registration/components/submit-form.tsx";
import { registrationPages } from "#features/registration/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { KnownData } from "../known-data.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("review");
}

export default async function ReviewPage() {
  await openForm("review");
  const t = await getTranslations("registration.review");
  return (
    <WizardPage page="review">
      <KnownData changeable={registrationPages} />
      <Notice icon="clock">{t("until")}</Notice>
      <SubmitForm commandKey={newCommandKey()} />
    </WizardPage>
  );
}
