import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { env } from "#env.ts";
import { PersonFacts } from "#features/assisted-registration/components/person-facts.tsx";
import { TakeOverCodeForm } from "#features/assisted-registration/components/take-over-code-form.tsx";
import { viewAssistedCase } from "#features/assisted-registration/queries.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.list");
  return { title: t("title"), description: t("lead") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** One person whom the office helped: how far they are, and the code with which the account becomes theirs. */
export default async function AssistedPersonPage({ params, searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const [{ id }, { terkirim, kode, isian }] = [await params, await searchParams];
  const person = await viewAssistedCase(actor, id);
  if (!person) notFound();
  const t = await getTranslations("assisted-registration.person");
  const done = terkirim ? t("sent") : kode ? t("codeSent") : isian ? t("corrected") : null;
  return (
    <StaffFrame current="/dinas/bantu">
      <PageHeader
        title={person.name}
        eyebrow={
          <a href="/dinas/bantu" className="link">
            {t("back")}
          </a>
        }
      />
      {done ? (
        <Notice tone="success" live>
          {done}
        </Notice>
      ) : null}
      <PersonFacts person={person} />
      {person.isOpen ? (
        <Card title={t("photosTitle")}>
          <p>{t("photosText")}</p>
          <div className="flex flex-wrap gap-3">
            <LinkButton href={`/dinas/bantu/${id}/foto`} icon="camera">
              {t("photosGo")}
            </LinkButton>
            <LinkButton href={`/dinas/bantu/${id}/isian`} variant="secondary">
              {t("correct")}
            </LinkButton>
          </div>
        </Card>
      ) : (
        <Notice title={t("closedTitle")}>{t("closedText")}</Notice>
      )}
      {person.status === "taken-over" ? null : (
        <Card title={t("codeTitle")}>
          <p>{t("codeText", { address: `${new URL(env().APP_URL).host}/ambil-alih` })}</p>
          {([...person.channels, "paper"] as const).map((channel) => (
            <TakeOverCodeForm
              key={channel}
              channel={channel}
              participantId={id}
              commandKey={newCommandKey()}
            />
          ))}
        </Card>
      )}
    </StaffFrame>
  );
}
