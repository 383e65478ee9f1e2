import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "#ui/patterns/page-header.tsx";
import { ParticipantFrame } from "../../frames/participant-frame.tsx";

type Props = { readonly title: string; readonly lead?: ReactNode; readonly children: ReactNode };

/** The pages that change a contact, each a step under the profile. */
export async function ContactFrame({ title, lead, children }: Props) {
  const t = await getTranslations("access.contact");
  return (
    <ParticipantFrame current="/profil">
      <div className="mx-auto grid w-full max-w-2xl gap-6">
        <PageHeader
          title={title}
          lead={lead}
          eyebrow={
            <a href="/profil" className="link inline-flex min-h-11 items-center">
              {t("back")}
            </a>
          }
        />
        {children}
      </div>
    </ParticipantFrame>
  );
}
