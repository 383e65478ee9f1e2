import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { keepRecoveryCodesAction } from "#features/access/actions/security.ts";
import { PressForm } from "#features/access/components/press-form.tsx";
import { findFreshCodes } from "#features/access/queries/security.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { EmptyState } from "#ui/primitives/empty-state.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { requireInsider } from "../insider.ts";
import { SecurityFrame } from "../security-frame.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("access.codes");
  return { title: t("title"), description: t("lead") };
}

/** The ten codes, shown for a while after they were made and until their holder says that they are kept. */
export default async function RecoveryCodesPage() {
  const { accountId } = await requireInsider();
  const t = await getTranslations("access.codes");
  const codes = await findFreshCodes(accountId, await programmeNow());
  if (!codes) {
    return (
      <SecurityFrame title={t("goneTitle")} isUnder>
        <EmptyState
          scene="waiting"
          title={t("goneTitle")}
          text={t("goneText")}
          action={<LinkButton href="/keamanan/dua-langkah">{t("goneAction")}</LinkButton>}
        />
      </SecurityFrame>
    );
  }
  return (
    <SecurityFrame title={t("title")} lead={t("lead")}>
      <Notice tone="warning">{t("warning")}</Notice>
      <Card title={t("list")}>
        <ol className="grid list-decimal gap-2 ps-8 font-mono text-lg sm:grid-cols-2">
          {codes.map((code) => (
            <li key={code} className="select-all">
              {code}
            </li>
          ))}
        </ol>
        <LinkButton href="/keamanan/kode-pemulihan/unduh" variant="secondary" icon="download" download>
          {t("download")}
        </LinkButton>
      </Card>
      <PressForm
        action={keepRecoveryCodesAction}
        label={t("kept")}
        busyText={t("keptBusy")}
        variant="primary"
      />
    </SecurityFrame>
  );
}
