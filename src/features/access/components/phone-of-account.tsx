import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";

/** Where somebody whose registration was sent changes their number: with their account, and the registration follows. */
export async function PhoneOfAccount() {
  const t = await getTranslations("access.contact");
  return (
    <Card title={t("otherPhone")} look="sunken">
      <p>{t("otherPhoneText")}</p>
      <div>
        <LinkButton href="/profil/ponsel" variant="secondary">
          {t("phoneTitle")}
        </LinkButton>
      </div>
    </Card>
  );
}
