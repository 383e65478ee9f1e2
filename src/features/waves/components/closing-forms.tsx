import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { findProposal } from "#platform/approval/agree.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Notice } from "#ui/primitives/notice.tsx";
import { closeWaveAction } from "../actions.ts";
import type { ListedWave } from "../types.ts";
import { WaveCommandForm } from "./wave-command-form.tsx";
import { WithdrawForm } from "./withdraw-form.tsx";

type ClosingFormsProps = { readonly wave: ListedWave; readonly accountId: string };

/** Closing before time: one proposes, who and when is said, another one agrees, and both can withdraw it. */
export async function ClosingForms({ wave, accountId }: ClosingFormsProps) {
  const t = await getTranslations("waves.admin");
  const locale = await currentLocale();
  const proposal = await findProposal(`wave:${wave.id}`, "close");
  const form = { waveId: wave.id, action: closeWaveAction, commandKey: newCommandKey() };
  const closes = <p>{t("closesText", { moment: formatMoment(wave.closesAt, locale) })}</p>;
  if (!proposal) {
    return (
      <>
        {closes}
        <WaveCommandForm {...form} submit={t("closeNow")} text={t("closeText")} />
      </>
    );
  }
  const isOwn = proposal.accountId === accountId;
  return (
    <>
      {closes}
      <Notice tone="warning" title={isOwn ? t("proposedByYou") : t("proposed", { name: proposal.name })}>
        {t("proposedAt", { moment: formatMoment(proposal.proposedAt, locale) })}
      </Notice>
      {isOwn ? null : <WaveCommandForm {...form} submit={t("approveClose")} text={t("approveCloseText")} />}
      <WithdrawForm waveId={wave.id} step="close" isOwn={isOwn} />
    </>
  );
}
