import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { ApplyForm } from "#features/partners/components/application-forms.tsx";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("partners.apply");
  return { title: t("title"), description: t("lead") };
}

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** Providers and platforms ask to become partners. What was sent is answered the same to everybody. */
export default async function ApplyPage({ searchParams }: Props) {
  const { terkirim } = await searchParams;
  const t = await getTranslations("partners.apply");
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-xl gap-6">
        {terkirim ? (
          <>
            <PageHeader title={t("sentTitle")} lead={t("sentText")} />
            <Card>
              <p>{t("sentAgain")}</p>
              <LinkButton href="/jadi-mitra" variant="secondary" wide>
                {t("again")}
              </LinkButton>
            </Card>
          </>
        ) : (
          <>
            <PageHeader title={t("title")} lead={t("lead")} />
            <p>{t("steps")}</p>
            <Card>
              <ApplyForm commandKey={newCommandKey()} />
            </Card>
          </>
        )}
      </div>
    </PublicFrame>
  );
}
