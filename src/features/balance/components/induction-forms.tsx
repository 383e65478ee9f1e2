import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { answerInductionAction, openInductionAction } from "../actions.ts";
import { type InductionPart, inductionChoices } from "../types.ts";

type PartProps = { readonly part: InductionPart };

/** Opens a part: from then on its time runs. */
export async function OpenPartForm({ part, isOpen }: PartProps & { readonly isOpen: boolean }) {
  const t = await getTranslations("balance.induction");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={openInductionAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("start", { part })}
    >
      <input type="hidden" name="part" value={part} />
      <div>
        <SubmitButton size="large" icon="play" busyText={t("starting")}>
          {t(isOpen ? "goOn" : "start", { part })}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The one question of a part. */
export async function PartQuestionForm({ part, seconds }: PartProps & { readonly seconds: number }) {
  const t = await getTranslations("balance.induction");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("question")}>
      <ActionForm
        action={answerInductionAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        referenceLabel={shell("reference", { reference: "" })}
        label={t("question")}
        fieldNames={{ choice: t("question") }}
      >
        <input type="hidden" name="part" value={part} />
        <RadioGroup
          name="choice"
          label={t(`parts.${part}.question`)}
          hint={t("hint", { seconds })}
          options={inductionChoices.map((choice) => ({
            value: choice,
            label: t(`parts.${part}.${choice}`),
          }))}
          required
        />
        <SubmitButton busyText={t("sending")}>{t("answer")}</SubmitButton>
      </ActionForm>
    </Card>
  );
}
