import { createHash } from "node:crypto";
import { globSync, readFileSync } from "node:fs";
import { database } from "#platform/db/client.ts";
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
    data: platforms.map(({ slug, name, about: text }) => ({ slug, name, ...about(text) })),
    skipDuplicates: true,
  });
  await database().provider.createMany({
    data: providers.map(({ slug, name, city, about: text }) => ({ slug, name, city, ...about(text) })),
    skipDuplicates: true,
  });
  for (const file of globSync("prisma/seed/courses/*.json").sort())
    await seedCourse(courseSchema.parse(readJson(file)));
}

async function seedCourse(course: Course): Promise<void> {
  const id = idOf("course", course.slug);
  if (await database().course.findUnique({ where: { id }, select: { id: true } })) return;
  const { slug, title, titleEn, summary, summaryEn, description, outcomes, hours, level, seats } = course;
  await database().course.create({
    data: {
      ...{ id, slug, title, titleEn, summary, summaryEn, description, outcomes, hours, level, seats },
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

/** The same id on every machine and at every run. */
function idOf(...parts: readonly string[]): string {
  const hex = createHash("sha256").update(parts.join("/")).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
