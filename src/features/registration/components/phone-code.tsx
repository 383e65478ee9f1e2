import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { DigitsField } from "#ui/primitives/contact-fields.tsx";
import { confirmPhoneAction, sendPhoneCodeAction } from "../actions/phone.ts";

export async function CodeForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={confirmPhoneAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <DigitsField label={t("digits")} hint={t("digitsHint")} width="half" />
      <SubmitButton busyText={t("busy")}>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}

type SendProps = {
  readonly phone: string;
  readonly hasEmail: boolean;
  readonly isAgain: boolean;
  readonly commandKeys: readonly [string, string];
};

/** Sends the code, or sends it again; by e-mail where no SMS arrives. */
export async function SendCodeForms({ phone, hasEmail, isAgain, commandKeys }: SendProps) {
  const t = await getTranslations("registration.phone");
  const form = await getTranslations("shell.form");
  const send = (channel: "sms" | "email", key: string, label: string, isMain: boolean) => (
    <ActionForm action={sendPhoneCodeAction} commandKey={key} errorTitle={form("errorTitle")}>
      <input type="hidden" name="channel" value={channel} />
      <SubmitButton variant={isMain ? "primary" : "secondary"} busyText={t("sending")}>
        {label}
      </SubmitButton>
    </ActionForm>
  );
  return (
    <Card title={isAgain ? t("notArrived") : t("sendTitle")} look={isAgain ? "sunken" : undefined}>
      <p>{t("number", { phone })}</p>
      {send("sms", commandKeys[0], isAgain ? t("again") : t("send"), !isAgain)}
      {isAgain && hasEmail ? (
        <>
          <p>{t("byEmailText")}</p>
          {send("email", commandKeys[1], t("byEmail"), false)}
        </>
      ) : null}
      {isAgain ? <p className="text-sm text-ink-soft">{t("limits")}</p> : null}
    </Card>
  );
}
