import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { DocumentCard } from "#features/assisted-registration/components/document-card.tsx";
import { SubmitAssistedForm } from "#features/assisted-registration/components/submit-assisted-form.tsx";
import { viewAssistedCase } from "#features/assisted-registration/queries.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { requireStaff } from "#platform/web/session.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.photos");
  return { title: t("title"), description: t("lead") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The photos of one person, and the button that sends the registration. */
export default async function AssistedPhotosPage({ params, searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const [{ id }, { ganti }] = [await params, await searchParams];
  const person = await viewAssistedCase(actor, id);
  if (!person) notFound();
  if (!person.isOpen) redirect(`/dinas/bantu/${id}`);
  const t = await getTranslations("assisted-registration.photos");
  const { id_card: idCard, selfie } = person.photos;
  const missing = idCard ? (selfie ? null : "selfie") : "id_card";
  const asked = ganti === "id_card" || ganti === "selfie" ? ganti : missing;
  return (
    <StaffFrame current="/dinas/bantu">
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        eyebrow={
          <a href={`/dinas/bantu/${id}`} className="link">
            {person.name}
          </a>
        }
      />
      <div className="grid gap-6 lg:grid-cols-2">
        {(["id_card", "selfie"] as const).map((kind) => (
          <DocumentCard
            key={kind}
            kind={kind}
            participantId={id}
            isThere={person.photos[kind]}
            isAsked={kind === asked}
            commandKey={newCommandKey()}
          />
        ))}
      </div>
      {missing === null ? (
        <Card title={t("submit")}>
          <p>{t("done")}</p>
          <SubmitAssistedForm participantId={id} commandKey={newCommandKey()} />
        </Card>
      ) : (
        <Notice>{t("waits")}</Notice>
      )}
    </StaffFrame>
  );
}
