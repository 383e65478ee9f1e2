import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ParticipantFrame } from "#app/frames/participant-frame.tsx";
import { pathOfStep, type RegistrationStep, registrationSteps } from "#features/registration/types.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { WizardShell } from "#ui/patterns/wizard-shell.tsx";
import { Icon } from "#ui/primitives/icon.tsx";

const pages = registrationSteps.filter((step) => step !== "submitted");
type Page = (typeof pages)[number];

export async function wizardMetadata(page: Page): Promise<Metadata> {
  const t = await getTranslations("registration");
  return { title: t(`${page}.title`), description: t(`${page}.lead`) };
}

type Props = {
  readonly page: Page;
  /** Where the person stands: of a registration that was sent, a page stands alone. */
  readonly reached?: RegistrationStep;
  /** What is asked here when it differs from the usual question of the page. */
  readonly title?: string;
  readonly lead?: string;
  /** The page before this one when it is not the one before in the order. */
  readonly backTo?: string;
  readonly children: ReactNode;
};

/** One page of the registration: its place among the others, its question, and that answers are kept. */
export async function WizardPage({ page, reached, title, lead, backTo, children }: Props) {
  const t = await getTranslations("registration");
  const words = { title: title ?? t(`${page}.title`), lead: lead ?? t(`${page}.lead`) };
  if (reached === "submitted") return <LonePage {...words}>{children}</LonePage>;
  const index = pages.indexOf(page);
  const previous = pages[index - 1];
  const back = backTo ?? (previous && pathOfStep(previous));
  return (
    <ParticipantFrame current="/pendaftaran">
      <WizardShell
        step={index + 1}
        steps={pages.length}
        stepText={t("stepText", { step: index + 1, steps: pages.length })}
        {...words}
        back={back ? { href: back, label: t("back") } : undefined}
      >
        {children}
        {page === "review" ? null : <p className="text-sm text-ink-soft">{t("kept")}</p>}
      </WizardShell>
    </ParticipantFrame>
  );
}

type LoneProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

async function LonePage({ title, lead, children }: LoneProps) {
  const t = await getTranslations("registration");
  return (
    <ParticipantFrame current="/pendaftaran">
      <div className="grid max-w-text gap-6">
        <a href="/pendaftaran" className="link inline-flex min-h-11 w-fit items-center gap-2">
          <Icon name="arrow-left" size={20} />
          {t("back")}
        </a>
        <PageHeader eyebrow={t("known.title")} title={title} lead={lead} />
        {children}
      </div>
    </ParticipantFrame>
  );
}
