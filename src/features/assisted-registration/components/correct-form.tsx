import { getTranslations } from "next-intl/server";
import { untouchedForm } from "#kernel/form-state.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { correctForPersonAction } from "../actions/commands.ts";
import type { AssistedForm } from "../types.ts";
import { type AssistChoices, AssistFields } from "./assist-fields.tsx";
import { fieldNames } from "./assist-form.tsx";

type Props = Pick<AssistChoices, "villages" | "categories"> & {
  readonly commandKey: string;
  readonly participantId: string;
  readonly typed: AssistedForm;
};

/** The officer's form once more, with what was typed before; the person says again that it is true. */
export async function CorrectForm({ commandKey, participantId, typed, villages, categories }: Props) {
  const t = await getTranslations("assisted-registration.correct");
  const form = await getTranslations("shell.form");
  return (
    <ActionForm
      action={correctForPersonAction}
      commandKey={commandKey}
      errorTitle={form("errorTitle")}
      fieldNames={await fieldNames()}
      initialState={{ ...untouchedForm, values: typed.values }}
    >
      <input type="hidden" name="participantId" value={participantId} />
      <AssistFields
        villages={villages}
        categories={categories}
        elsewhere={typed.livesElsewhere ?? undefined}
        isCorrection
      />
      <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
    </ActionForm>
  );
}
