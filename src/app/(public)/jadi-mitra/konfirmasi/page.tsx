import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { ConfirmContactForm } from "#features/partners/components/application-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.confirm");
  return { title: t("title"), referrer: "same-origin" };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Where the link of the letter leads: one button, and then the application waits for the operator. */
export default async function ConfirmContactPage({ searchParams }: Props) {
  const t = await getTranslations("partners.confirm");
  const { id, t: token, selesai } = await searchParams;
  if (selesai) {
    return (
      <Page title={t("doneTitle")} lead={t("doneText")}>
        <LinkButton href="/" variant="secondary" wide>
          {t("home")}
        </LinkButton>
      </Page>
    );
  }
  if (typeof id !== "string" || typeof token !== "string") {
    return (
      <Page title={t("brokenTitle")} lead={t("brokenText")}>
        <LinkButton href="/jadi-mitra" wide>
          {t("brokenAction")}
        </LinkButton>
      </Page>
    );
  }
  return (
    <Page title={t("title")} lead={t("lead")}>
      <ConfirmContactForm applicationId={id} token={token} commandKey={newCommandKey()} />
    </Page>
  );
}

type PageProps = { readonly title: string; readonly lead: string; readonly children: ReactNode };

function Page({ title, lead, children }: PageProps) {
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-xl gap-6">
        <PageHeader title={title} lead={lead} />
        <Card>{children}</Card>
      </div>
    </PublicFrame>
  );
}
