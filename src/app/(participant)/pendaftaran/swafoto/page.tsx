import type { Metadata } from "next";
import { DocumentStep } from "../document-step.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("selfie");
}

export default async function SelfiePage() {
  const { step } = await openForm("selfie");
  return (
    <WizardPage page="selfie">
      <DocumentStep kind="selfie" step={step} />
    </WizardPage>
  );
}
