import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { FormAction } from "#kernel/form-state.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import type { StepOfTwo } from "../types.ts";

type WaveCommandFormProps = {
  readonly action: FormAction;
  readonly waveId: string;
  readonly commandKey: string;
  readonly text: ReactNode;
  readonly submit: string;
  /** A step that can be taken back asks for no box and does not stand out. */
  readonly canBeTakenBack?: boolean;
  /** The step of two that this is about, where the command is about one. */
  readonly step?: StepOfTwo;
};

/** One step of a wave's life, with the box that says that it cannot be taken back. */
export async function WaveCommandForm({
  action,
  waveId,
  commandKey,
  text,
  submit,
  canBeTakenBack = false,
  step,
}: WaveCommandFormProps) {
  const t = await getTranslations("waves.admin");
  const shell = await getTranslations("shell.form");
  return (
    // A form a step: what one step was answered must not stay with the next.
    <ActionForm
      key={submit}
      action={action}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={submit}
    >
      <input type="hidden" name="waveId" value={waveId} />
      {step ? <input type="hidden" name="step" value={step} /> : null}
      <p>{text}</p>
      {canBeTakenBack ? null : <CheckboxField name="confirmed" label={t("confirm")} required />}
      <div>
        <SubmitButton busyText={t("busy")} variant={canBeTakenBack ? "secondary" : "primary"}>
          {submit}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
