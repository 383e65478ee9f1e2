import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { toString as drawQrCode } from "qrcode";
import { ConfirmAuthenticatorForm } from "#features/access/components/security-forms.tsx";
import { findPendingSecret } from "#features/access/queries/security.ts";
import { inFours } from "#i18n/format.ts";
import { authenticatorAddress } from "#platform/web/authenticator.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { OwnPicture } from "#ui/primitives/own-picture.tsx";
import { requireSetUp } from "../../insider.ts";
import { SecurityFrame } from "../../security-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.factor");
  return { title: t("setUpTitle"), description: t("setUpLead") };
}

/** Shows the secret of the app until the first code has confirmed it; never afterwards. */
export default async function SetUpPage() {
  const { accountId } = await requireSetUp();
  const t = await getTranslations("access.factor");
  const pending = await findPendingSecret(accountId);
  if (!pending) {
    return (
      <SecurityFrame title={t("setUpTitle")} isUnder>
        <EmptyState
          scene="waiting"
          title={t("nothingWaits")}
          text={t("nothingWaitsText")}
          action={<LinkButton href="/keamanan/dua-langkah">{t("title")}</LinkButton>}
        />
      </SecurityFrame>
    );
  }
  const address = authenticatorAddress(pending.secret, "Portal Prakerja (simulasi)", pending.label);
  const picture = await drawQrCode(address, { type: "svg", margin: 2 });
  return (
    <SecurityFrame title={t("setUpTitle")} lead={t("setUpLead")} isUnder>
      <Card>
        <ol className="grid list-decimal gap-6 ps-6">
          <li>
            <div className="grid gap-3">
              <p>{t("scan")}</p>
              <OwnPicture
                src={`data:image/svg+xml;base64,${Buffer.from(picture).toString("base64")}`}
                alt={t("scanAlt")}
                width={240}
                height={240}
                className="petal-sm border border-line bg-white"
              />
            </div>
          </li>
          <li>
            <div className="grid gap-2">
              <p>{t("typeInstead")}</p>
              <code className="block font-mono text-lg break-all select-all">{inFours(pending.secret)}</code>
              <a href={address} className="link inline-flex min-h-11 items-center">
                {t("openApp")}
              </a>
            </div>
          </li>
          <li>
            <div className="grid gap-3">
              <p>{t("confirm")}</p>
              <ConfirmAuthenticatorForm commandKey={newCommandKey()} />
            </div>
          </li>
        </ol>
      </Card>
    </SecurityFrame>
  );
}
