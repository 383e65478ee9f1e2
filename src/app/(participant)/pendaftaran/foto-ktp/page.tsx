import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PhotoForm, PhotoTips } from "#features/registration/components/photo-form.tsx";
import type { RegistrationSummary } from "#features/registration/types.ts";
import { pathOfStep } from "#features/registration/types.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { openForm } from "../open-form.ts";
import { WizardPage, wizardMetadata } from "../wizard-page.tsx";

export function generateMetadata(): Promise<Metadata> {
  return wizardMetadata("photo");
}

export default async function PhotoPage() {
  const summary = await openForm("photo");
  const t = await getTranslations("registration.photo");
  return (
    <WizardPage page="photo">
      {summary.photo ? <KeptPhoto photo={summary.photo} step={summary.step} /> : null}
      <PhotoTips />
      {summary.photo ? <h2>{t("replace")}</h2> : null}
      <PhotoForm commandKey={newCommandKey()} />
    </WizardPage>
  );
}

async function KeptPhoto({
  photo,
  step,
}: {
  readonly photo: NonNullable<RegistrationSummary["photo"]>;
  readonly step: RegistrationSummary["step"];
}) {
  const t = await getTranslations("registration.photo");
  return (
    <Card title={t("current")}>
      {/* biome-ignore lint/performance/noImgElement: a private photo is served as it is, and never resized or cached. */}
      <img
        src={`${pathOfStep("photo")}/lihat`}
        alt={t("currentAlt")}
        width={photo.width}
        height={photo.height}
        className="h-auto w-full max-w-sm"
      />
      <div>
        <LinkButton href={pathOfStep(step)} variant="secondary" wide>
          {t("keep")}
        </LinkButton>
      </div>
    </Card>
  );
}
