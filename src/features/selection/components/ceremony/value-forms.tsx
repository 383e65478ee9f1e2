import { getTranslations } from "next-intl/server";
import type { FormAction } from "#kernel/form-state.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { announcePublicAction, showPublicAction } from "../../actions/ceremony.ts";

type FormProps = { readonly commandKey: string; readonly waveId: string };

/** A party shows the secret that it promised. */
export async function ShowSecretForm({
  action,
  commandKey,
  waveId,
}: FormProps & { readonly action: FormAction }) {
  const t = await getTranslations("selection.ceremony");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm action={action} commandKey={commandKey} errorTitle={shell("errorTitle")} label={t("showNow")}>
      <input type="hidden" name="waveId" value={waveId} />
      <p>{t("showText")}</p>
      <TextField
        name="value"
        label={t("secret")}
        hint={t("secretHint")}
        autoComplete="off"
        spellCheck={false}
        required
      />
      <div>
        <SubmitButton>{t("showNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Which public figure will be taken, and from when on it can be known. */
export async function AnnouncePublicForm({
  commandKey,
  waveId,
  suggestedMoment,
}: FormProps & { readonly suggestedMoment: string }) {
  const t = await getTranslations("selection.ceremony");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={announcePublicAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t("announceNow")}
    >
      <input type="hidden" name="waveId" value={waveId} />
      <p>{t("announceText")}</p>
      <TextAreaField name="source" label={t("source")} hint={t("sourceHint")} rows={3} required />
      <TextField
        name="knownAt"
        label={t("knownAt")}
        hint={t("knownAtHint")}
        width="half"
        defaultValue={suggestedMoment}
        required
      />
      <div>
        <SubmitButton>{t("announceNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Writes the public figure down when its moment has come. */
export async function ShowPublicForm({
  commandKey,
  waveId,
  source,
}: FormProps & { readonly source: string }) {
  const t = await getTranslations("selection.ceremony");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={showPublicAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t("writeNow")}
    >
      <input type="hidden" name="waveId" value={waveId} />
      <p className="wrap-anywhere">{t("writeText", { source })}</p>
      <TextField
        name="value"
        label={t("figure")}
        hint={t("figureHint")}
        autoComplete="off"
        width="half"
        required
      />
      <div>
        <SubmitButton>{t("writeNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
