import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { enterSecondStepAction } from "../actions/sign-in.ts";

type Props = {
  readonly commandKey: string;
  readonly returnTo: string | undefined;
  /** A code of the app, or one of those on paper. */
  readonly by: "app" | "recovery";
};

export async function SecondStepForm({ commandKey, returnTo, by }: Props) {
  const t = await getTranslations("access.secondStep");
  const form = await getTranslations("shell.form");
  const isApp = by === "app";
  return (
    <ActionForm action={enterSecondStepAction} commandKey={commandKey} errorTitle={form("errorTitle")}>
      {returnTo ? <input type="hidden" name="returnTo" value={returnTo} /> : null}
      <TextField
        name="code"
        label={t(isApp ? "code" : "recovery")}
        hint={t(isApp ? "codeHint" : "recoveryHint")}
        autoComplete={isApp ? "one-time-code" : "off"}
        inputMode={isApp ? "numeric" : "text"}
        autoCapitalize={isApp ? "none" : "characters"}
        spellCheck={false}
        width={isApp ? "short" : "half"}
        required
        maxLength={20}
      />
      <SubmitButton busyText={t("busy")}>{t(isApp ? "submit" : "recoverySubmit")}</SubmitButton>
    </ActionForm>
  );
}
