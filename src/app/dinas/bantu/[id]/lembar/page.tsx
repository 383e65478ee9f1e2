import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { StaffFrame } from "#app/frames/staff-frame.tsx";
import { env } from "#env.ts";
import { SlipSheet } from "#features/assisted-registration/components/slip-sheet.tsx";
import { viewSlip } from "#features/assisted-registration/queries/slip.ts";
import { findOfficeRegion } from "#features/assisted-registration/queries.ts";
import { requireStaff } from "#platform/web/session.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("assisted-registration.slip");
  return { title: t("metaTitle"), description: t("warning") };
}

type Props = {
  readonly params: Promise<{ readonly id: string }>;
  readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
};

/** The sheet with the code; once, right after it was made. */
export default async function SlipPage({ params, searchParams }: Props) {
  const actor = await requireStaff("person:assist");
  const [{ id }, { kode }] = [await params, await searchParams];
  const region = await findOfficeRegion(actor.accountId);
  if (!region) notFound();
  const slip = await viewSlip(actor, id, typeof kode === "string" ? kode : "");
  const t = await getTranslations("assisted-registration.slip");
  const back = (
    <LinkButton href={`/dinas/bantu/${id}`} variant="secondary">
      {t("back")}
    </LinkButton>
  );
  return (
    <StaffFrame current="/dinas/bantu">
      {slip ? (
        <>
          <SlipSheet slip={slip} region={region.name} address={`${new URL(env().APP_URL).host}/ambil-alih`} />
          <p className="print:hidden">{t("print")}</p>
          <div>{back}</div>
        </>
      ) : (
        <EmptyState scene="notfound" level={1} title={t("gone.title")} text={t("gone.text")} action={back} />
      )}
    </StaffFrame>
  );
}
