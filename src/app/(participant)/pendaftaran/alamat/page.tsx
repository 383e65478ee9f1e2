import type { Metadata } from "next";
import { AddressForm } from "#features/registration/components/address-form.tsx";
import { AreaPicker, ChosenAreas } from "#features/registration/components/area-picker.tsx";
import { findAreaPath, findAreas } from "#features/registration/queries.ts";
import type { RegistrationSummary } from "#features/registration/types/summary.ts";
import { pathOfStep } from "#features/registration/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("address");
}

type Props = { readonly searchParams: Promise<{ readonly wilayah?: string | string[] }> };

/** Province, regency and district are chosen one a page, by the address of the page; the village with the street. */
export default async function AddressPage({ searchParams }: Props) {
  const summary = await openForm("address");
  const { wilayah } = await searchParams;
  const known = await findAreaPath(typeof wilayah === "string" ? wilayah : knownDistrict(summary));
  const path = known.slice(0, 3);
  const areas = await findAreas(path.at(-1)?.code ?? null);
  return (
    <WizardPage page="address" reached={summary.step}>
      {path.length > 0 ? <ChosenAreas page={pathOfStep("address")} path={path} /> : null}
      {path.length < 3 ? (
        <AreaPicker page={pathOfStep("address")} path={path} areas={areas} />
      ) : (
        <AddressForm commandKey={newCommandKey()} summary={summary} villages={areas} />
      )}
    </WizardPage>
  );
}

/** The district saved before; else the one where the NIK was issued. */
function knownDistrict({ villageCode, nik }: RegistrationSummary): string {
  if (villageCode) return villageCode.slice(0, 8);
  return nik ? `${nik.slice(0, 2)}.${nik.slice(2, 4)}.${nik.slice(4, 6)}` : "";
}
