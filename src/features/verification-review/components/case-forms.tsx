import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { RadioGroup } from "#ui/primitives/radio-group.tsx";
import { SelectField } from "#ui/primitives/select-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { decideCaseAction, releaseCaseAction, takeCaseAction } from "../actions.ts";
import { type CaseId, type ReviewKind, reasonsToRefuse } from "../types.ts";

type CaseFormProps = { readonly caseId: CaseId };

export async function TakeCaseForm({ caseId }: CaseFormProps) {
  const t = await getTranslations("verification-review.case");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={takeCaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("take")}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <div>
        <SubmitButton busyText={t("taking")}>{t("take")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

export async function ReleaseCaseForm({ caseId }: CaseFormProps) {
  const t = await getTranslations("verification-review.case");
  const shell = await getTranslations("shell.form");
  return (
    <ActionForm
      action={releaseCaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("release")}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <div>
        <SubmitButton variant="secondary" busyText={t("releasing")}>
          {t("release")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

/** The decision, with the sentence that the person will read. */
export async function DecideCaseForm({ caseId, kind }: CaseFormProps & { readonly kind: ReviewKind }) {
  const t = await getTranslations("verification-review.decide");
  const shell = await getTranslations("shell.form");
  const told = await getTranslations("verification.refusals");
  return (
    <ActionForm
      action={decideCaseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("title")}
    >
      <input type="hidden" name="caseId" value={caseId} />
      <RadioGroup
        name="decision"
        label={t("decision")}
        required
        options={[
          { value: "verified", label: t("verified"), hint: t("verifiedHint") },
          { value: "refused", label: t("refused"), hint: t("refusedHint") },
        ]}
      />
      <SelectField
        name="reason"
        label={t("reason")}
        hint={t(kind === "first" ? "reasonHint" : "reasonHintAppeal")}
        emptyText={t("reasonEmpty")}
        options={reasonsToRefuse[kind].map((code) => ({ value: code, label: told(code) }))}
      />
      <TextAreaField
        name="note"
        label={t("note")}
        hint={t("noteHint")}
        optionalText={shell("optional")}
        rows={3}
        maxLength={1_000}
      />
      <p className="font-semibold">{t("final")}</p>
      <div>
        <SubmitButton busyText={t("busy")}>{t("submit")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
