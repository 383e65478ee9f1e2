import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { DigitsField } from "#ui/primitives/contact-fields.tsx";
import { resetByCodeAction, resetByLinkAction } from "../actions/recovery.ts";
import { IdentifierField } from "./identifier-field.tsx";
import { NewPasswordField } from "./new-password-field.tsx";

type LinkProps = { readonly commandKey: string; readonly tokenId: string; readonly token: string };

/** Sets a new password by the link of an e-mail. */
export async function ResetByLinkForm({ commandKey, tokenId, token }: LinkProps) {
  const t = await getTranslations("access.reset");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm action={resetByLinkAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      <input type="hidden" name="tokenId" value={tokenId} />
      <input type="hidden" name="token" value={token} />
      <NewPasswordField name="password" label={t("password")} />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}

/** Sets a new password by the code that came to a phone. */
export async function ResetByCodeForm({ commandKey }: { readonly commandKey: string }) {
  const t = await getTranslations("access");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={resetByCodeAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={{
        identifier: t("resetByCode.identifier"),
        digits: t("resetByCode.digits"),
        password: t("reset.password"),
      }}
    >
      <IdentifierField label={t("resetByCode.identifier")} />
      <DigitsField label={t("resetByCode.digits")} hint={t("resetByCode.digitsHint")} />
      <NewPasswordField name="password" label={t("reset.password")} />
      <SubmitButton busyText={t("reset.busy")}>{t("reset.submit")}</SubmitButton>
    </ActionForm>
  );
}
