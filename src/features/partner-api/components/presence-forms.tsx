import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField } from "#ui/primitives/contact-fields.tsx";
import {
  confirmPresenceAction,
  confirmSandboxPresenceAction,
  sendPresenceCodeAction,
} from "../actions/presence.ts";

type Props = { readonly state: string };

/** Asks for the code, the first time or once more. */
export async function SendCodeForm({ state, isAgain }: Props & { readonly isAgain?: boolean }) {
  const t = await getTranslations("partner-api.presence");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={sendPresenceCodeAction}
      commandKey={newCommandKey()}
      errorTitle={form("errorTitle")}
      label={t(isAgain ? "resend" : "send")}
    >
      <input type="hidden" name="state" value={state} />
      <SubmitButton variant={isAgain ? "secondary" : "primary"} busyText={t("sending")}>
        {t(isAgain ? "resend" : "send")}
      </SubmitButton>
    </ActionForm>
  );
}

/** The six digits that came to the phone. */
export async function ConfirmPresenceForm({ state }: Props) {
  const t = await getTranslations("partner-api.presence");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={confirmPresenceAction}
      commandKey={newCommandKey()}
      errorTitle={form("errorTitle")}
      label={t("confirm")}
    >
      <input type="hidden" name="state" value={state} />
      <DigitsField label={t("digits")} hint={t("digitsHint")} />
      <SubmitButton busyText={t("confirming")}>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}

/** A training code: one press, and nobody is recorded. */
export async function SandboxPresenceForm({ state }: Props) {
  const t = await getTranslations("partner-api.presence");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={confirmSandboxPresenceAction}
      commandKey={newCommandKey()}
      errorTitle={form("errorTitle")}
      label={t("confirm")}
    >
      <input type="hidden" name="state" value={state} />
      <SubmitButton busyText={t("confirming")}>{t("confirm")}</SubmitButton>
    </ActionForm>
  );
}
