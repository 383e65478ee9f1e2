import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { issueTakeOverCodeAction } from "../actions/commands.ts";

type Props = {
  readonly commandKey: string;
  readonly participantId: string;
  readonly channel: "sms" | "email" | "paper";
};

/** Makes a code and sends it, or opens the sheet that shows it. */
export async function TakeOverCodeForm({ commandKey, participantId, channel }: Props) {
  const t = await getTranslations("assisted-registration.person");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={issueTakeOverCodeAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      label={t(channel)}
    >
      <input type="hidden" name="participantId" value={participantId} />
      <input type="hidden" name="channel" value={channel} />
      {channel === "paper" ? <p className="text-ink-soft">{t("paperText")}</p> : null}
      <SubmitButton busyText={t("busy")} variant="secondary">
        {t(channel)}
      </SubmitButton>
    </ActionForm>
  );
}
