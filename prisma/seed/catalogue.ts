import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { type CourseContent, courseContent } from "#features/catalogue/schema.ts";
import { qualityPoints } from "#features/catalogue/types/authoring.ts";
import { addDays, addSeconds, type Day, dayInWib, startOfDay } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { programmeNow } from "#platform/db/clock.ts";
import { type Course, catalogueSchema, courseSchema } from "./course-schema.ts";

/** Categories, platforms, providers, courses with their lessons and quizzes. */
export async function seedCatalogue(): Promise<void> {
  const { categories, platforms, providers } = catalogueSchema.parse(readJson("prisma/seed/catalogue.json"));
  const about = (text: { id: string; en: string }) => ({ aboutId: text.id, aboutEn: text.en });
  await database().category.createMany({
    data: categories.map(({ code, name }) => ({ code, nameId: name.id, nameEn: name.en })),
    skipDuplicates: true,
  });
  await database().platform.createMany({
    data: platforms.map(({ slug, name, commissionPercent, about: text }) => ({
      ...{ slug, name, commissionPercent },
      ...about(text),
    })),
    skipDuplicates: true,
  });
  await database().provider.createMany({
    data: providers.map(({ slug, name, city, about: text }) => ({ slug, name, city, ...about(text) })),
    skipDuplicates: true,
  });
  const now = await programmeNow();
  for (const file of globSync("prisma/seed/courses/*.json").sort())
    await seedCourse(courseSchema.parse(readJson(file)), now);
}

/** A new course with its first version; one that is there learns what it did not say yet, and gets its next dates. */
async function seedCourse(course: Course, now: Date): Promise<void> {
  const id = idOf("course", course.slug);
  const found = await database().course.findUnique({ where: { id }, select: { trainerName: true } });
  if (!found) await insertCourse(id, course);
  else if (found.trainerName === "")
    await database().course.update({ where: { id }, data: laterFacts(course) });
  await database().courseSchedule.createMany({ data: scheduleRows(id, course, now), skipDuplicates: true });
  await database().courseVersion.createMany({
    data: [
      {
        ...{ courseId: id, version: 1, providerSlug: course.provider, status: "approved" as const },
        content: contentOf(course),
        checklist: Object.fromEntries(qualityPoints.map((point) => [point, true])),
        ...{ createdAt: new Date(0), submittedAt: new Date(0), decidedAt: new Date(0) },
      },
    ],
    skipDuplicates: true,
  });
}

async function insertCourse(id: string, course: Course): Promise<void> {
  const { slug, title, titleEn, summary, summaryEn, description, outcomes, hours, level } = course;
  await database().course.create({
    data: {
      ...{ id, slug, title, titleEn, summary, summaryEn, description, outcomes, hours, level },
      ...laterFacts(course),
      code: partnerCode("KRS", "course-code", slug),
      price: BigInt(course.price),
      categoryCode: course.category,
      providerSlug: course.provider,
      platformSlug: course.platform,
      lessons: { create: course.lessons.map((lesson, index) => lessonRow(slug, lesson, index + 1)) },
      quiz: {
        create: course.quiz.map(({ explain, ...question }, index) => ({
          ...question,
          id: idOf("quiz", slug, String(index)),
          position: index + 1,
          explanation: explain,
        })),
      },
    },
  });
}

const modes = { "self-paced": "self_paced", webinar: "webinar", "face-to-face": "face_to_face" } as const;

function laterFacts({ mode, minimumAge, minimumEducation, trainer, syllabus, sampleLesson }: Course) {
  return {
    ...{ mode: modes[mode], minimumAge, minimumEducation, syllabus, sampleLesson },
    ...{ trainerName: trainer.name, trainerAbout: trainer.about },
  };
}

/** The course as its provider would have handed it in. */
function contentOf(course: Course): CourseContent {
  const { title, titleEn, summary, summaryEn, description, outcomes, category, platform, mode } = course;
  const { price, hours, level, minimumAge, minimumEducation, trainer, syllabus, sampleLesson } = course;
  return courseContent.parse({
    ...{ title, titleEn, summary, summaryEn, description, outcomes, category, platform },
    ...{ price, hours, level, minimumAge, minimumEducation, trainer, syllabus, sampleLesson },
    mode: modes[mode],
  });
}

/** A self-paced course runs always; the others have the dates of the weeks to come, the same for a whole week. */
function scheduleRows(courseId: string, { slug, seats, schedules }: Course, now: Date) {
  if (!schedules) {
    const code = partnerCode("JDW", "schedule-code", slug);
    return [{ id: idOf("schedule", slug), courseId, code, seats, createdAt: new Date(0) }];
  }
  const today = dayInWib(now);
  const monday = addDays(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
  return schedules.map(({ week, weekday, from, to, days, place }) => {
    const first = addDays(monday, week * 7 + weekday - 1);
    return {
      ...{ id: idOf("schedule", slug, first), courseId, seats, place, createdAt: now },
      code: partnerCode("JDW", "schedule-code", slug, first),
      startsAt: momentOf(first, from),
      endsAt: momentOf(addDays(first, days - 1), to),
    };
  });
}

function momentOf(day: Day, time: string): Date {
  const [hours = 0, minutes = 0] = time.split(".").map(Number);
  return addSeconds(startOfDay(day), hours * 3600 + minutes * 60);
}

type MediaFile = {
  readonly duration: number;
  readonly checkpointAt: number;
  readonly transcript: readonly { readonly start: number; readonly end: number; readonly text: string }[];
};

function lessonRow(courseSlug: string, lesson: Course["lessons"][number], position: number) {
  const folder = `${courseSlug}/${lesson.slug}`;
  const { transcript, ...media } = readJson(`prisma/seed/media/${folder}/lesson.json`) as MediaFile;
  const { question, options, answer, explain } = lesson.checkpoint;
  return {
    id: idOf("lesson", folder),
    position,
    slug: lesson.slug,
    title: lesson.title,
    seconds: Math.floor(media.duration),
    mediaFolder: folder,
    media,
    transcript,
    checkpoint: { at: Math.floor(media.checkpointAt), question, options, answer, explain },
  };
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What partners call it, the same on every machine. */
function partnerCode(prefix: string, ...parts: readonly string[]): string {
  return `${prefix}-${idOf(...parts)
    .slice(0, 6)
    .toUpperCase()}`;
}

/** The same id on every machine and at every run. */
function idOf(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(parts.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
