import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { CheckboxField } from "#ui/primitives/checkbox-field.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { cancelScheduleAction } from "../actions/authoring.ts";
import type { OwnSchedule } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";

type CancelScheduleFormProps = { readonly courseId: CourseId; readonly schedule: OwnSchedule };

/** What a cancellation does to those who bought, said before it is done. */
export async function CancelScheduleForm({ courseId, schedule }: CancelScheduleFormProps) {
  const t = await getTranslations("catalogue.schedule");
  const shell = await getTranslations("shell.form");
  const { id, buyers } = schedule;
  return (
    <Card title={t("consequences")}>
      <ul className="grid list-disc gap-1 ps-5">
        <li>{t("consequenceBuyers", { buyers })}</li>
        {buyers > 0 ? <li>{t("consequencePay")}</li> : null}
        <li>{t("consequenceGone")}</li>
      </ul>
      <ActionForm
        action={cancelScheduleAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("cancel")}
      >
        <input type="hidden" name="courseId" value={courseId} />
        <input type="hidden" name="scheduleId" value={id} />
        <TextAreaField
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          rows={3}
          maxLength={500}
          required
        />
        <CheckboxField name="confirmed" label={t("confirm")} required />
        <div>
          <SubmitButton variant="danger" busyText={shell("sending")}>
            {t("cancel")}
          </SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
