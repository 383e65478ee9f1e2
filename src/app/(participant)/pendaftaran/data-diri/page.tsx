import type { Metadata } from "next";
import { PersonalForm } from "#features/registration/components/personal-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("personal");
}

export default async function PersonalPage() {
  const summary = await openForm("personal");
  return (
    <WizardPage page="personal">
      <PersonalForm commandKey={newCommandKey()} summary={summary} />
    </WizardPage>
  );
}
