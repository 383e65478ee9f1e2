import type { Metadata } from "next";
import { DocumentStep } from "../document-step.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("photo");
}

export default async function PhotoPage() {
  const { step } = await openForm("photo");
  return (
    <WizardPage page="photo">
      <DocumentStep kind="id_card" step={step} />
    </WizardPage>
  );
}
