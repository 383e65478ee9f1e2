import { getTranslations } from "next-intl/server";
import { newCommandKey } from "#platform/web/command-key.ts";
import { ActionForm } from "#ui/patterns/action-form.tsx";
import { SubmitButton } from "#ui/patterns/submit-button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { writeCourseAction } from "../actions/authoring.ts";
import type { CourseContent } from "../schema.ts";
import type { CourseRules, PlatformChoice } from "../types/authoring.ts";
import type { CatalogueChoices, CourseId } from "../types.ts";
import { CoursePeopleFields } from "./course-people-fields.tsx";
import { CourseTermsFields } from "./course-terms-fields.tsx";

export type CourseFormStart = {
  /** What the form opens with; null for a new course. */
  readonly content: CourseContent | null;
  readonly courseId: CourseId | null;
};

type CourseFormProps = {
  readonly start: CourseFormStart;
  readonly categories: CatalogueChoices["categories"];
  readonly platforms: readonly PlatformChoice[];
  readonly rules: CourseRules;
};

/** Everything that a course is, in one plain form. */
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
      <div>
        <SubmitButton busyText={shell("sending")}>{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

async function CourseWordsFields({ content }: { readonly content: CourseContent | null }) {
  const t = await getTranslations("catalogue.form");
  return (
    <>
      <TextField name="title" label={t("title")} maxLength={90} defaultValue={content?.title} required />
      <TextField
        name="titleEn"
        label={t("titleEn")}
        maxLength={90}
        defaultValue={content?.titleEn}
        required
      />
      <TextAreaField
        name="summary"
        label={t("summary")}
        hint={t("summaryHint")}
        rows={2}
        maxLength={160}
        defaultValue={content?.summary}
        required
      />
      <TextAreaField
        name="summaryEn"
        label={t("summaryEn")}
        rows={2}
        maxLength={160}
        defaultValue={content?.summaryEn}
        required
      />
      <TextAreaField
        name="description"
        label={t("description")}
        hint={t("descriptionHint")}
        rows={8}
        maxLength={4_000}
        defaultValue={content?.description}
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
