import { getTranslations } from "next-intl/server";
import { currentLocale } from "#i18n/locale.ts";
import { LinkButton } from "#ui/primitives/button.tsx";
import { Card } from "#ui/primitives/card.tsx";
import { Icon } from "#ui/primitives/icon.tsx";
import { Prose } from "#ui/primitives/prose.tsx";
import type { CourseDetail } from "../types.ts";
import { megabytes } from "./megabytes.ts";

type CourseProps = { readonly course: CourseDetail };

/** What one learns, from whom, section by section, and what watching it costs in data. */
export async function CourseContent({ course }: CourseProps) {
  const t = await getTranslations("catalogue.detail");
  return (
    <>
      <section aria-labelledby="hasil" className="grid gap-3">
        <h2 id="hasil">{t("outcomes")}</h2>
        <ul lang="id" className="grid gap-2">
          {course.outcomes.map((outcome) => (
            <li key={outcome} className="flex gap-3">
              <Icon name="check" className="flex-none text-success" />
              {outcome}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="tentang" className="grid gap-3">
        <h2 id="tentang">{t("about")}</h2>
        <div lang="id">
          <Prose>
            {course.description.split("\n\n").map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </Prose>
        </div>
      </section>
      {course.trainer.name ? (
        <section aria-labelledby="pelatih" className="grid gap-2">
          <h2 id="pelatih">{t("trainer")}</h2>
          <p className="font-semibold">{course.trainer.name}</p>
          <p lang="id" className="max-w-text">
            {course.trainer.about}
          </p>
        </section>
      ) : null}
      <Syllabus course={course} />
      <Lessons course={course} />
    </>
  );
}

async function Syllabus({ course }: CourseProps) {
  if (course.syllabus.length === 0) return null;
  const t = await getTranslations("catalogue.detail");
  return (
    <section aria-labelledby="silabus" className="grid gap-3">
      <h2 id="silabus">{t("syllabus")}</h2>
      <ol lang="id" className="grid max-w-text gap-3">
        {course.syllabus.map(({ title, text }) => (
          <li key={title} className="grid gap-1">
            <h3 className="text-base">{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

async function Lessons({ course }: CourseProps) {
  if (course.lessons.length === 0) return null;
  const t = await getTranslations("catalogue.detail");
  const locale = await currentLocale();
  const whole = course.lessons.reduce((sum, { bytes }) => sum + bytes, 0);
  const sample = course.lessons.find(({ position }) => position === course.sampleLesson);
  return (
    <section aria-labelledby="isi-pelatihan" className="grid gap-3">
      <h2 id="isi-pelatihan">{t("lessons")}</h2>
      <ol className="grid list-decimal gap-2 ps-6">
        {course.lessons.map(({ position, title, seconds, bytes }) => (
          <li key={position}>{t("lesson", { title, seconds, size: megabytes(bytes, locale) })}</li>
        ))}
      </ol>
      <p>{t("dataWhole", { size: megabytes(whole, locale) })}</p>
      {sample ? (
        <Card look="sunken">
          <p>{t("sampleNote", { size: megabytes(sample.bytes, locale) })}</p>
          <div>
            <LinkButton href={`/pelatihan/${course.slug}/contoh`} variant="secondary" icon="play">
              {t("sample")}
            </LinkButton>
          </div>
        </Card>
      ) : null}
      <p className="text-sm text-ink-soft">{t("lessonsNote")}</p>
    </section>
  );
}
