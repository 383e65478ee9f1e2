import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { StaffActor } from "#authorization/actor.ts";
import { may } from "#authorization/permissions.ts";
import type { ListedWave } from "#features/waves/types.ts";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import type { FormAction } from "#kernel/form-state.ts";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { archiveWaveAction, decideWaveAction, publishWaveAction } from "../actions.ts";
import { findPublicationProposal } from "../queries/proposal.ts";

type CommandsProps = { readonly wave: ListedWave; readonly actor: StaffActor };

/** What an operator can do with a wave from its review on: decree, publication by two, archive. */
export async function DeterminationCommands({ wave, actor }: CommandsProps) {
  if (!may(actor.role, "wave:command")) return null;
  const t = await getTranslations("determination.admin");
  switch (wave.status) {
    case "reviewed":
      return (
        <Card title={t("next")}>
          <Command wave={wave} action={decideWaveAction} submit={t("decide")} text={t("decideText")} />
        </Card>
      );
    case "decided":
      return (
        <Card title={t("next")}>
          <Publication wave={wave} accountId={actor.accountId} />
        </Card>
      );
    case "published":
      return (
        <Card title={t("next")}>
          <Command wave={wave} action={archiveWaveAction} submit={t("archive")} text={t("archiveText")} />
        </Card>
      );
    default:
      return null;
  }
}

async function Publication({ wave, accountId }: { readonly wave: ListedWave; readonly accountId: string }) {
  const t = await getTranslations("determination.admin");
  const locale = await currentLocale();
  const proposal = await findPublicationProposal(wave.id);
  if (proposal?.isApproved) return <Notice live>{t("publishing")}</Notice>;
  const by = proposal && (
    <Notice
      tone="warning"
      title={proposal.accountId === accountId ? t("proposedByYou") : t("proposed", { name: proposal.name })}
    >
      {t("proposedAt", { moment: formatMoment(proposal.proposedAt, locale) })}
    </Notice>
  );
  if (proposal?.accountId === accountId) return by;
  return (
    <>
      {by}
      <Command
        wave={wave}
        action={publishWaveAction}
        submit={t(proposal ? "approvePublication" : "publish")}
        text={t(proposal ? "approveText" : "publishText")}
      />
    </>
  );
}

type CommandProps = {
  readonly wave: ListedWave;
  readonly action: FormAction;
  readonly submit: string;
  readonly text: ReactNode;
};

async function Command({ wave, action, submit, text }: CommandProps) {
  const t = await getTranslations("determination.admin");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      key={submit}
      action={action}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={submit}
    >
      <input type="hidden" name="waveId" value={wave.id} />
      <p>{text}</p>
      <CheckboxField name="confirmed" label={t("confirm")} required />
      <div>
        <SubmitButton>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
