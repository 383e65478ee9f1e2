import { getTranslations } from "next-intl/server";
import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { archiveWaveAction, decideWaveAction, publishWaveAction } from "#features/determination/actions.ts";
import { WaveCommandForm } from "#features/waves/components/wave-command-form.tsx";
import { WithdrawForm } from "#features/waves/components/withdraw-form.tsx";
import type { ListedWave } from "#features/waves/types.ts";
import { findApproval, findProposal } from "#platform/approval/agree.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { ProposalNotice } from "./proposal-notice.tsx";

type CommandsProps = { readonly wave: ListedWave; readonly actor: StaffActor };

/** What an operator can do with a wave from its review on: decree, publication by two, archive. */
export async function DeterminationCommands({ wave, actor }: CommandsProps) {
  if (!may(actor.role, "wave:command")) return null;
  const t = await getTranslations("determination.admin");
  const form = { waveId: wave.id, commandKey: newCommandKey() };
  switch (wave.status) {
    case "reviewed":
      return (
        <Card title={t("next")}>
          <WaveCommandForm {...form} action={decideWaveAction} submit={t("decide")} text={t("decideText")} />
        </Card>
      );
    case "decided":
      return (
        <Card title={t("next")}>
          <PublicationForm wave={wave} accountId={actor.accountId} />
        </Card>
      );
    case "published":
      return (
        <Card title={t("next")}>
          <WaveCommandForm
            {...form}
            action={archiveWaveAction}
            submit={t("archive")}
            text={t("archiveText")}
          />
        </Card>
      );
    default:
      return null;
  }
}

type PublicationFormProps = { readonly wave: ListedWave; readonly accountId: string };

/** One proposes, another one approves; then the worker publishes. */
async function PublicationForm({ wave, accountId }: PublicationFormProps) {
  const t = await getTranslations("determination.admin");
  const subject = `wave:${wave.id}`;
  const form = { waveId: wave.id, commandKey: newCommandKey(), action: publishWaveAction };
  const proposal = await findProposal(subject, "publish");
  if (!proposal) {
    const isAgreed = (await findApproval(subject, "publish")) !== null;
    if (isAgreed) return <Notice live>{t("publishing")}</Notice>;
    return <WaveCommandForm {...form} submit={t("publish")} text={t("publishText")} />;
  }
  const isOwn = proposal.accountId === accountId;
  return (
    <>
      <ProposalNotice proposal={proposal} isOwn={isOwn} say={t} />
      {isOwn ? null : <WaveCommandForm {...form} submit={t("approvePublication")} text={t("approveText")} />}
      <WithdrawForm waveId={wave.id} step="publish" isOwn={isOwn} />
    </>
  );
}
