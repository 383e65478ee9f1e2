import { getTranslations } from "next-intl/server";
import { sectionPlaces } from "../schema/authoring.ts";

/** What each field of a course's form is called, in the form's order. */
export async function courseFieldLabels(): Promise<Readonly<Record<string, string>>> {
  const t = await getTranslations("catalogue.form");
  const sections = sectionPlaces.flatMap((place) => [
    [`syllabus.${place}.title`, t("syllabusTitle", { number: place + 1 })],
    [`syllabus.${place}.text`, t("syllabusText", { number: place + 1 })],
  ]);
  return {
    ...{ title: t("title"), titleEn: t("titleEn"), summary: t("summary"), summaryEn: t("summaryEn") },
    ...{ description: t("description"), outcomes: t("outcomes"), category: t("category") },
    ...{ platform: t("platform"), mode: t("mode"), hours: t("hours"), price: t("price"), level: t("level") },
    ...{ minimumAge: t("minimumAge"), minimumEducation: t("minimumEducation") },
    ...{ "trainer.name": t("trainerName"), "trainer.about": t("trainerAbout") },
    ...Object.fromEntries(sections),
    sampleLesson: t("sampleLesson"),
  };
}
