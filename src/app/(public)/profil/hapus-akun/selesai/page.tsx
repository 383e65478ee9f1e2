import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PublicFrame } from "#app/frames/public-frame.tsx";
import { ConfirmPanel } from "#ui/patterns/confirm-panel.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("personal-data.erasure");
  return { title: t("doneTitle"), description: t("doneText") };
}

/** The last page of an account: nobody is signed in any more. */
export default async function ErasedPage() {
  const t = await getTranslations("personal-data.erasure");
  return (
    <PublicFrame>
      <ConfirmPanel
        title={t("doneTitle")}
        text={
          <>
            <p>{t("doneText")}</p>
            <p>{t("doneAgain")}</p>
          </>
        }
        action={
          <LinkButton href="/" wide>
            {t("doneHome")}
          </LinkButton>
        }
      />
    </PublicFrame>
  );
}
