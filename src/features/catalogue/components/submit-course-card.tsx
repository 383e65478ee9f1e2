import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Disclosure } from "#ui/primitives/disclosure.tsx";
import { submitCourseAction } from "../actions/authoring.ts";
import { type CourseField, qualityPoints } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";
import { courseFieldLabels } from "./course-field-labels.ts";

type SubmitCourseCardProps = {
  readonly courseId: CourseId;
  /** What the draft lacks. */
  readonly open: readonly CourseField[];
};

/** The draft's next step: what it lacks, or handing it in with what it will be judged by. */
export async function SubmitCourseCard({ courseId, open }: SubmitCourseCardProps) {
  const t = await getTranslations("catalogue");
  if (open.length > 0) return <OpenFields courseId={courseId} open={open} />;
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

async function OpenFields({ courseId, open }: SubmitCourseCardProps) {
  const t = await getTranslations("catalogue.provider");
  const labels = await courseFieldLabels();
  return (
    <Card title={t("openTitle")}>
      <p>{t("openText", { count: open.length })}</p>
      <ul className="grid gap-x-6 sm:grid-cols-2">
        {open.map((field) => (
          <li key={field}>
            <a
              href={`/lembaga/pelatihan/${courseId}/ubah#${field}`}
              className="link inline-flex min-h-11 items-center"
            >
              {labels[field]}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
