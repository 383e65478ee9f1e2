import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AreaPicker, ChosenAreas } from "#features/registration/components/area-picker.tsx";
import { DomicileForm } from "#features/registration/components/domicile-form.tsx";
import { findAreaPath, findAreas } from "#features/registration/queries.ts";
import { DOMICILE_PATH } from "#features/registration/types/paths.ts";
import { pathOfStep } from "#features/registration/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { openForm } from "../open-form.ts";
import { WizardPage } from "../wizard-page.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("registration.domicile");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<{ readonly wilayah?: string | string[] }> };

/** Where somebody lives who does not live at the address of the KTP: chosen in the same way. */
export default async function DomicilePage({ searchParams }: Props) {
  const summary = await openForm("address");
  if (!summary.villageCode) redirect(pathOfStep("address"));
  const t = await getTranslations("registration.domicile");
  const { wilayah } = await searchParams;
  const saved = summary.domicile?.villageCode.slice(0, 8) ?? summary.villageCode.slice(0, 5);
  const path = (await findAreaPath(typeof wilayah === "string" ? wilayah : saved)).slice(0, 3);
  const areas = await findAreas(path.at(-1)?.code ?? null);
  return (
    <WizardPage
      page="address"
      reached={summary.step}
      title={t("title")}
      lead={t("lead")}
      backTo={pathOfStep("address")}
    >
      {path.length > 0 ? <ChosenAreas page={DOMICILE_PATH} path={path} /> : null}
      {path.length < 3 ? (
        <AreaPicker page={DOMICILE_PATH} path={path} areas={areas} />
      ) : (
        <DomicileForm commandKey={newCommandKey()} summary={summary} villages={areas} />
      )}
    </WizardPage>
  );
}
