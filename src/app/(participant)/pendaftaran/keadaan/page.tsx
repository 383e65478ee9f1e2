import type { Metadata } from "next";
import { SituationForm } from "#features/registration/components/situation-form.tsx";
import { findCategories } from "#features/registration/queries.ts";
import { currentLocale } from "#i18n/locale.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("situation");
}

export default async function SituationPage() {
  const summary = await openForm("situation");
  const categories = await findCategories(await currentLocale());
  return (
    <WizardPage page="situation" reached={summary.step}>
      <SituationForm commandKey={newCommandKey()} summary={summary} categories={categories} />
    </WizardPage>
  );
}
