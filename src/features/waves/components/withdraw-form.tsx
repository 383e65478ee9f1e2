import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { withdrawStepAction } from "../actions.ts";
import type { StepOfTwo } from "../types.ts";
import { WaveCommandForm } from "./wave-command-form.tsx";

type WithdrawFormProps = {
  readonly waveId: string;
  readonly step: StepOfTwo;
  /** The reader proposed it and waits for another person. */
  readonly isOwn: boolean;
};

/** Takes the proposal of a step back while nobody has approved it. */
export async function WithdrawForm({ waveId, step, isOwn }: WithdrawFormProps) {
  const t = await getTranslations("waves.admin");
  return (
    <WaveCommandForm
      waveId={waveId}
      step={step}
      commandKey={newCommandKey()}
      action={withdrawStepAction}
      submit={t("withdraw")}
      text={isOwn ? t("waitsForAnother") : t(`withdrawText.${step}`)}
      canBeTakenBack
    />
  );
}
