import { getTranslations } from "next-intl/server";
import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import { drawWaveAction, freezeWaveAction, markReviewedAction } from "#features/selection/actions.ts";
import { findCeremony } from "#features/selection/queries/ceremony.ts";
import type { SelectionRun } from "#features/selection/types.ts";
import { WaveCommandForm } from "#features/waves/components/wave-command-form.tsx";
import { WithdrawForm } from "#features/waves/components/withdraw-form.tsx";
import type { ListedWave } from "#features/waves/types.ts";
import { findProposal } from "#platform/approval/agree.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { ProposalNotice } from "./proposal-notice.tsx";

type CommandsProps = {
  readonly wave: ListedWave;
  readonly actor: StaffActor;
  readonly runs: readonly SelectionRun[];
};

/** What an operator can do with a wave from its closing to its review; nothing while long work on it is under way. */
export async function SelectionCommands({ wave, actor, runs }: CommandsProps) {
  const isUnderWay = runs.some(({ finishedAt, failure }) => finishedAt === null && failure === null);
  if (!may(actor.role, "wave:command") || isUnderWay) return null;
  const t = await getTranslations("wave-review.commands");
  const form = { waveId: wave.id, commandKey: newCommandKey() };
  switch (wave.status) {
    case "closed":
      return (
        <Card title={t("title")}>
          <WaveCommandForm {...form} action={freezeWaveAction} submit={t("freeze")} text={t("freezeText")} />
        </Card>
      );
    case "frozen":
      return (
        <Card title={t("title")}>
          <p>{t("ceremonyText")}</p>
          <div>
            <LinkButton href={`/admin/gelombang/${wave.id}/undian`} variant="secondary">
              {t("ceremony")}
            </LinkButton>
          </div>
          <DrawForm wave={wave} accountId={actor.accountId} />
        </Card>
      );
    case "drawn":
      return (
        <Card title={t("title")}>
          <WaveCommandForm
            {...form}
            action={markReviewedAction}
            submit={t("review")}
            text={t("reviewText")}
          />
        </Card>
      );
    default:
      return null;
  }
}

type DrawFormProps = { readonly wave: ListedWave; readonly accountId: string };

/** One proposes, who and when is said, and another one approves. */
async function DrawForm({ wave, accountId }: DrawFormProps) {
  const t = await getTranslations("wave-review.commands");
  const shown = (await findCeremony(wave.id))?.shown.length ?? 0;
  if (shown < 3) return <Notice>{t("valuesMissing", { shown })}</Notice>;
  const form = { waveId: wave.id, commandKey: newCommandKey(), action: drawWaveAction };
  const proposal = await findProposal(`wave:${wave.id}`, "draw");
  if (!proposal) return <WaveCommandForm {...form} submit={t("propose")} text={t("proposeText")} />;
  const isOwn = proposal.accountId === accountId;
  return (
    <>
      <ProposalNotice proposal={proposal} isOwn={isOwn} say={t} />
      {isOwn ? null : <WaveCommandForm {...form} submit={t("approve")} text={t("approveText")} />}
      <WithdrawForm waveId={wave.id} step="draw" isOwn={isOwn} />
    </>
  );
}
