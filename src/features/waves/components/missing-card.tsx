import { getTranslations } from "next-intl/server";
import { NextStepCard } from "#ui/patterns/next-step-card.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Notice } from "#ui/primitives/notice.tsx";

type MissingCardProps = { readonly missing: "verification" | "test" | "blacklisted" };

/** What a person must do before joining, or that they cannot. */
export async function MissingCard({ missing }: MissingCardProps) {
  const t = await getTranslations("waves.missing");
  if (missing === "blacklisted") {
    return (
      <Notice tone="danger" title={t("blacklisted")}>
        {t("blacklistedText")}
      </Notice>
    );
  }
  return (
    <NextStepCard
      label={t("label")}
      what={t(missing)}
      text={t(missing === "test" ? "testText" : "verificationText")}
      action={
        <LinkButton href={missing === "test" ? "/tes" : "/beranda"} variant="accent">
          {t(missing === "test" ? "testAction" : "verificationAction")}
        </LinkButton>
      }
    />
  );
}
