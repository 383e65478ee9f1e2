import { getTranslations } from "next-intl/server";
import { LinkButton } from "#ui/primitives/button.tsx";
import { AccountPage } from "../account-page.tsx";

/** The sign-up is over: what is left is signing in. */
export async function ActiveAccount() {
  const t = await getTranslations("account.code");
  return (
    <AccountPage title={t("activeTitle")}>
      <p>{t("activeText")}</p>
      <LinkButton href="/masuk" wide>
        {t("signIn")}
      </LinkButton>
    </AccountPage>
  );
}
