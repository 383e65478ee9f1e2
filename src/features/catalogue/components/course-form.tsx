import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { writeCourseAction } from "../actions/authoring.ts";
import { HAND_IN } from "../schema/authoring.ts";
import type { CourseDraft } from "../schema/draft.ts";
import type { CourseRules, PlatformChoice } from "../types/authoring.ts";
import type { CatalogueChoices, CourseId } from "../types.ts";
import { courseFieldLabels } from "./course-field-labels.ts";
import { CoursePeopleFields } from "./course-people-fields.tsx";
import { CourseTermsFields } from "./course-terms-fields.tsx";

export type CourseFormStart = {
  /** What the form opens with; null for a new course. */
  readonly content: CourseDraft | null;
  readonly courseId: CourseId | null;
};

type CourseFormProps = {
  readonly start: CourseFormStart;
  readonly categories: CatalogueChoices["categories"];
  readonly platforms: readonly PlatformChoice[];
  readonly rules: CourseRules;
};

/** Everything that a course is, in one plain form: kept as far as it is written, or handed in whole. */
export async function CourseForm({ start, categories, platforms, rules }: CourseFormProps) {
  const t = await getTranslations("catalogue.form");
  const shell = await getTranslations("shell.form");
  const { content, courseId } = start;
  return (
    <ActionForm
      action={writeCourseAction}
      commandKey={newCommandKey()}
      errorTitle={shell("errorTitle")}
      label={t("facts")}
      fieldNames={await courseFieldLabels()}
    >
      {courseId ? <input type="hidden" name="courseId" value={courseId} /> : null}
      <Card title={t("facts")}>
        <CourseWordsFields content={content} />
      </Card>
      <Card title={t("terms")}>
        <CourseTermsFields content={content} categories={categories} platforms={platforms} rules={rules} />
      </Card>
      <Card title={t("people")}>
        <CoursePeopleFields content={content} />
      </Card>
      <div className="flex flex-wrap gap-3">
        <SubmitButton busyText={shell("sending")}>{t("save")}</SubmitButton>
        <SubmitButton name="intent" value={HAND_IN} variant="secondary" busyText={shell("sending")}>
          {t("saveAndHandIn")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

async function CourseWordsFields({ content }: { readonly content: CourseDraft | null }) {
  const t = await getTranslations("catalogue.form");
  return (
    <>
      <TextField
        name="title"
        label={t("title")}
        maxLength={90}
        defaultValue={content?.title ?? undefined}
        required
      />
      <TextField
        name="titleEn"
        label={t("titleEn")}
        maxLength={90}
        defaultValue={content?.titleEn ?? undefined}
        required
      />
      <TextAreaField
        name="summary"
        label={t("summary")}
        hint={t("summaryHint")}
        rows={2}
        maxLength={160}
        defaultValue={content?.summary ?? undefined}
        required
      />
      <TextAreaField
        name="summaryEn"
        label={t("summaryEn")}
        rows={2}
        maxLength={160}
        defaultValue={content?.summaryEn ?? undefined}
        required
      />
      <TextAreaField
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        rows={8}
        maxLength={4_000}
        defaultValue={content?.description ?? undefined}
        required
      />
      <TextAreaField
        name="outcomes"
        label={t("outcomes")}
        hint={t("outcomesHint")}
        rows={5}
        defaultValue={content?.outcomes.join("\n")}
        required
      />
    </>
  );
}
