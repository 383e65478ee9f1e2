import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { submitCourseAction } from "../actions/authoring.ts";
import { qualityPoints } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";

/** The draft's next step, with what it will be judged by. */
export async function SubmitCourseCard({ courseId }: { readonly courseId: CourseId }) {
  const t = await getTranslations("catalogue");
  const shell = await getTranslations("shell.form");
  return (
    <Card title={t("provider.submitTitle")}>
      <p>{t("provider.submitText")}</p>
      <Disclosure summary={t("provider.checkTitle")}>
        <ul className="grid list-disc gap-1 ps-5">
          {qualityPoints.map((point) => (
            <li key={point}>{t(`quality.${point}`)}</li>
          ))}
        </ul>
      </Disclosure>
      <ActionForm
        action={submitCourseAction}
        commandKey={newCommandKey()}
        errorTitle={shell("errorTitle")}
        label={t("provider.submit")}
      >
        <input type="hidden" name="courseId" value={courseId} />
        <div>
          <SubmitButton busyText={shell("sending")}>{t("provider.submit")}</SubmitButton>
        </div>
      </ActionForm>
    </Card>
  );
}
