import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { addScheduleAction } from "../actions/authoring.ts";
import type { CourseId, CourseMode } from "../types.ts";

type AddScheduleFormProps = { readonly courseId: CourseId; readonly mode: CourseMode };

/** A date with its place and seats; of a self-paced course the seats only. */
export async function AddScheduleForm({ courseId, mode }: AddScheduleFormProps) {
  const t = await getTranslations("catalogue.schedule");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("addTitle")}>
      {mode === "self_paced" ? <p>{t("addSelfPaced")}</p> : null}
      <ActionForm
        action={addScheduleAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("addTitle")}
      >
        <input type="hidden" name="courseId" value={courseId} />
        {mode === "self_paced" ? null : (
          <>
            <div className="grid items-start gap-6 sm:grid-cols-2">
              <TextField name="startsAt" label={t("startsAt")} hint={t("momentHint")} width="half" required />
              <TextField name="endsAt" label={t("endsAt")} hint={t("momentHint")} width="half" required />
            </div>
            <TextField
              name="place"
              label={t(mode === "webinar" ? "placeWebinar" : "placeRoom")}
              maxLength={200}
              required
            />
          </>
        )}
        <TextField name="seats" label={t("seats")} inputMode="numeric" width="short" required />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("add")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
