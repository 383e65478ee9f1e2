import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { ConsentForm } from "#features/partner-api/components/consent-form.tsx";
import { readConsent } from "#features/partner-api/queries/sso.ts";
import { currentLocale } from "#i18n/locale.ts";
import { refusalSentence } from "#i18n/sentences.ts";
import { requireParticipant } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("sso.consent");
  return { title: t("pageTitle"), robots: { index: false } };
}

type Query = Readonly<Record<string, string | string[] | undefined>>;
type Props = { readonly searchParams: Promise<Query> };

/** A partner's application asks who the person is: the person reads what it wants, and agrees or not. */
export default async function ConsentPage({ searchParams }: Props) {
  const sent = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  await requireParticipant(`/consent-sso?${new URLSearchParams(sent.map(([name, value]) => [name, value]))}`);
  const query: Readonly<Record<string, string>> = Object.fromEntries(sent);
  const consent = await readConsent(query);
  const t = await getTranslations("sso.consent");
  if (!consent.ok) {
    return (
      <PublicFrame>
        <PageHeader title={t("brokenTitle")} />
        <Notice tone="danger">{refusalSentence(await currentLocale(), consent.refusal)}</Notice>
        <div>
          <LinkButton href="/beranda" variant="secondary" wide>
            {t("home")}
          </LinkButton>
        </div>
      </PublicFrame>
    );
  }
  const { client } = consent.value;
  return (
    <PublicFrame>
      <div className="mx-auto grid w-full max-w-2xl gap-6">
        <PageHeader title={t("title", { name: client.name })} lead={t("lead", { name: client.name })} />
        <ConsentForm consent={consent.value} query={query} />
      </div>
    </PublicFrame>
  );
}
