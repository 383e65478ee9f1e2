import type { Metadata } from "next";
import { StatementsForm } from "#features/registration/components/statements-form.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("statements");
}

export default async function StatementsPage() {
  const summary = await openForm("statements");
  return (
    <WizardPage page="statements" reached={summary.step}>
      <StatementsForm commandKey={newCommandKey()} summary={summary} />
    </WizardPage>
  );
}
