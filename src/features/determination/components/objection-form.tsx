import { getTranslations } from "next-intl/server";
import { formatMoment } from "#i18n/format.ts";
import { currentLocale } from "#i18n/locale.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { fileObjectionAction } from "../actions.ts";

type ObjectionFormProps = {
  readonly commandKey: string;
  readonly waveId: string;
  readonly waveNumber: number;
  readonly until: Date;
};

/** A person says why a result is wrong. */
export async function ObjectionForm({ commandKey, waveId, waveNumber, until }: ObjectionFormProps) {
  const t = await getTranslations("determination.objection");
  const shell = await getTranslations("shell.form");
  const moment = formatMoment(until, await currentLocale());
  return (
    <Card title={t("formTitle", { number: waveNumber })}>
      <ActionForm
        action={fileObjectionAction}
        commandKey={commandKey}
        errorTitle={shell("errorTitle")}
        fieldNames={{ text: t("text") }}
        label={t("formTitle", { number: waveNumber })}
      >
        <input type="hidden" name="waveId" value={waveId} />
        <p>{t("until", { moment })}</p>
        <TextAreaField name="text" label={t("text")} hint={t("textHint")} rows={6} required />
        <div>
          <SubmitButton>{t("send")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
