import { getTranslations } from "next-intl/server";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import type { IconName } from "#ui/primitives/icon.tsx";
import { moveClockAction } from "../actions.ts";
import type { ClockStep } from "../types.ts";

type ClockFormProps = {
  readonly step: ClockStep;
  readonly commandKey: string;
  readonly icon: IconName;
  /** The clock before the step: a fresh form after each. */
  readonly aheadSeconds: number;
};

/** One step forward. */
export async function ClockForm({ step, commandKey, icon, aheadSeconds }: ClockFormProps) {
  const t = await getTranslations("oversight.clock");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      key={aheadSeconds}
      action={moveClockAction}
      commandKey={commandKey}
      errorTitle={shell("errorTitle")}
      label={t(step)}
    >
      <input type="hidden" name="step" value={step} />
      <SubmitButton variant={step === "deadline" ? "primary" : "secondary"} icon={icon} busyText={t("busy")}>
        {t(step)}
      </SubmitButton>
    </ActionForm>
  );
}
