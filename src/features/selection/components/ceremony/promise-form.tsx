import { getTranslations } from "next-intl/server";
import type { FormAction } from "#kernel/form-state.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { Notice } from "#ui/primitives/notice.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";

type PromiseFormProps = {
  readonly action: FormAction;
  readonly commandKey: string;
  readonly waveId: string;
  readonly number: number;
  /** Both in hexadecimal; only the promise is sent. */
  readonly fresh: { readonly secret: string; readonly promise: string };
};

/** A party keeps the secret and promises it. The secret is shown here, once, and is never sent. */
export async function PromiseForm({ action, commandKey, waveId, number, fresh }: PromiseFormProps) {
  const t = await getTranslations("selection.ceremony");
  const shell = await getTranslations("shell.form");
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(fresh.secret)}`;
  return (
    <ActionForm
      action={action}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t("promiseNow")}
    >
      <input type="hidden" name="waveId" value={waveId} />
      <input type="hidden" name="promise" value={fresh.promise} />
      <p>{t("promiseText")}</p>
      <Notice tone="warning" title={t("secretTitle")}>
        <p>
          <code className="break-all font-semibold" data-secret>
            {fresh.secret}
          </code>
        </p>
        <p>{t("secretText")}</p>
        <p>
          <a className="link" href={file} download={`rahasia-undian-${number}.txt`}>
            {t("secretSave")}
          </a>
        </p>
      </Notice>
      <CheckboxField name="saved" label={t("secretSaved")} required />
      <Disclosure summary={t("own")}>
        <TextField name="ownPromise" label={t("ownPromise")} hint={t("ownPromiseHint")} spellCheck={false} />
      </Disclosure>
      <div>
        <SubmitButton>{t("promiseNow")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
