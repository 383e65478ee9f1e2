import { getTranslations } from "next-intl/server";
import { AccountPage } from "#app/(account)/account-page.tsx";
import { LinkButton } from "#ui/primitives/button.tsx";

/** An address of presence that nobody asked for, or that was cut off on its way. */
export default async function UnknownPresenceAddress() {
  const t = await getTranslations("partner-api.presence");
  return (
    <AccountPage title={t("closed.unknown.title")}>
      <div className="grid justify-items-start gap-6">
        <p>{t("closed.unknown.text")}</p>
        <LinkButton href="/pelatihan-saya" variant="secondary">
          {t("trainings")}
        </LinkButton>
      </div>
    </AccountPage>
  );
}
