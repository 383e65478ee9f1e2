import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { findProfile } from "../../queries/profile.ts";
import type { OwnPartner } from "../../types.ts";
import { Profile } from "../profile.tsx";

/** What people read about a partner, for its own people to change. */
export async function ProfilePage({
  partner,
  isSaved,
}: {
  readonly partner: OwnPartner;
  readonly isSaved: boolean;
}) {
  const t = await getTranslations("partners.profile");
  const profile = await findProfile(partner);
  if (!profile) notFound();
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead", { name: profile.name })} />
      {isSaved ? (
        <Notice tone="success" live>
          {t("saved")}
        </Notice>
      ) : null}
      <Profile profile={profile} commandKey={newCommandKey()} />
    </>
  );
}
