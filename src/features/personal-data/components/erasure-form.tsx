import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { PasswordField } from "#ui/primitives/password-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { askErasureAction } from "../actions.ts";

/** The word and the password, so that neither a slip nor an open browser erases an account. */
export async function ErasureForm() {
  const t = await getTranslations("personal-data.erasure");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={askErasureAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("title")}
      fieldNames={{ password: t("password") }}
    >
      <TextField
        name="word"
        label={t("word")}
        hint={t("wordHint")}
        width="short"
        required
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
      />
      <PasswordField
        name="password"
        label={t("password")}
        required
        autoComplete="current-password"
        maxLength={1_000}
        showText={t("show")}
        hideText={t("hide")}
      />
      <div>
        <SubmitButton variant="danger" busyText={t("busy")}>
          {t("submit")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
