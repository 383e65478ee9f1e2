import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { startAuthenticatorAction } from "#features/access/actions/security.ts";
import { PressForm } from "#features/access/components/press-form.tsx";
import { viewFactor } from "#features/access/queries/security.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { requireSetUp } from "../insider.ts";
import { SecurityFrame } from "../security-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.factor");
  return { title: t("title"), description: t("lead") };
}

/** Where the second step is set up, moved to another phone, and switched off. */
export default async function SecondFactorPage() {
  const { accountId, role, standing } = await requireSetUp();
  const t = await getTranslations("access.factor");
  const { isOn } = await viewFactor(accountId, await programmeNow());
  return (
    <SecurityFrame title={t("title")} lead={t("lead")} isUnder>
      {standing === "needs-set-up" ? <Notice tone="warning">{t("staffLead")}</Notice> : null}
      {isOn ? (
        <>
          <ChangeCard change="move" />
          <ChangeCard change="renew" />
          {role === "participant" ? (
            <ChangeCard change="off" />
          ) : (
            <p className="text-ink-soft">{t("offStaff")}</p>
          )}
        </>
      ) : (
        <Card title={t("howTitle")}>
          <p>{t("how")}</p>
          <PressForm
            action={startAuthenticatorAction}
            label={t("start")}
            busyText={t("startBusy")}
            variant="primary"
          />
        </Card>
      )}
    </SecurityFrame>
  );
}

const addresses = { move: "pindah", renew: "kode-baru", off: "matikan" } as const;

async function ChangeCard({ change }: { readonly change: keyof typeof addresses }) {
  const t = await getTranslations("access.factor");
  return (
    <Card title={t(`${change}Title`)}>
      <p>{t(`${change}Text`)}</p>
      <LinkButton href={`/keamanan/dua-langkah/${addresses[change]}`} variant="secondary">
        {t(change)}
      </LinkButton>
    </Card>
  );
}
