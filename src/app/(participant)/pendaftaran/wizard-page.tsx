import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { pathOfStep, registrationSteps } from "#features/registration/types.ts";
import { WizardShell } from "#ui/patterns/wizard-shell.tsx";

const pages = registrationSteps.filter((step) => step !== "submitted");
type Page = (typeof pages)[number];

export async function wizardMetadata(page: Page): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t(`${page}.title`), description: t(`${page}.lead`) };
}

type Props = {
  readonly page: Page;
  /** What is known already: the first sentence of the page when it differs from the usual one. */
  readonly lead?: string;
  readonly children: ReactNode;
};

/** One page of the registration: its place among the others, its question, and that answers are kept. */
export async function WizardPage({ page, lead, children }: Props) {
  const t = await getTranslations("registration");
  const index = pages.indexOf(page);
  const previous = pages[index - 1];
  return (
    <ParticipantFrame current="/pendaftaran">
      <WizardShell
        step={index + 1}
        steps={pages.length}
        stepText={t("stepText", { step: index + 1, steps: pages.length })}
        title={t(`${page}.title`)}
        lead={lead ?? t(`${page}.lead`)}
        back={previous && { href: pathOfStep(previous), label: t("back") }}
      >
        {children}
        {page === "review" ? null : <p className="text-sm text-ink-soft">{t("kept")}</p>}
      </WizardShell>
    </ParticipantFrame>
  );
}
