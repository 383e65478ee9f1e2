import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RegistrationReview } from "#features/registration/components/registration-review.tsx";
import { SubmitForm } from "#features/registration/components/submit-form.tsx";
import { findAreaPath, findCategories } from "#features/registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("review");
}

export default async function ReviewPage() {
  const summary = await openForm("review");
  const t = await getTranslations("registration.review");
  const categories = await findCategories(await currentLocale());
  return (
    <WizardPage page="review">
      <RegistrationReview
        summary={summary}
        areas={await findAreaPath(summary.villageCode ?? "")}
        category={categories.find(({ code }) => code === summary.wantedCategory)?.name}
      />
      <Notice icon="clock">{t("until")}</Notice>
      <SubmitForm commandKey={newCommandKey()} />
    </WizardPage>
  );
}
