import { getTranslations } from "next-intl/server";
import { TextAreaField } from "#ui/primitives/text-area-field.tsx";
import { TextField } from "#ui/primitives/text-field.tsx";
import { sectionPlaces } from "../schema/authoring.ts";
import type { CourseDraft } from "../schema/draft.ts";

/** Who teaches, what comes when, and the lesson that anybody may see. */
export async function CoursePeopleFields({ content }: { readonly content: CourseDraft | null }) {
  const t = await getTranslations("catalogue.form");
  const shell = await getTranslations("shell.form");
  return (
    <>
      <TextField
        name="trainer.name"
        label={t("trainerName")}
        maxLength={90}
        defaultValue={content?.trainer.name ?? undefined}
        required
      />
      <TextAreaField
        name="trainer.about"
        label={t("trainerAbout")}
        hint={t("trainerAboutHint")}
        rows={3}
        maxLength={600}
        defaultValue={content?.trainer.about ?? undefined}
        required
      />
      {sectionPlaces.map((place) => {
        const section = content?.syllabus[place];
        const optionalText = place > 0 ? shell("optional") : undefined;
        return (
          <div key={place} className="grid gap-3 border-s-4 border-line ps-4">
            <TextField
              name={`syllabus.${place}.title`}
              label={t("syllabusTitle", { number: place + 1 })}
              optionalText={optionalText}
              maxLength={90}
              defaultValue={section?.title ?? undefined}
            />
            <TextAreaField
              name={`syllabus.${place}.text`}
              label={t("syllabusText", { number: place + 1 })}
              optionalText={optionalText}
              rows={2}
              maxLength={600}
              defaultValue={section?.text ?? undefined}
            />
          </div>
        );
      })}
      <TextField
        name="sampleLesson"
        label={t("sampleLesson")}
        hint={t("sampleLessonHint")}
        optionalText={shell("optional")}
        inputMode="numeric"
        width="tiny"
        defaultValue={content?.sampleLesson ? String(content.sampleLesson) : undefined}
      />
    </>
  );
}
