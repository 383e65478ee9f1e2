import { z } from "zod";
import { database } from "#platform/db/client.ts";
import type { Prisma } from "#platform/db/generated/client.ts";
import { isBuyable } from "./policy/schedules.ts";
import { keptSyllabus } from "./schema.ts";
import {
  type CatalogueChoices,
  type CourseDetail,
  type CourseId,
  type CourseSchedule,
  courseLevels,
  minimumEducations,
  type SampleLesson,
  type ScheduleId,
} from "./types.ts";

const mediaSize = z.object({ bytes: z.number() });
const spokenLines = z.array(z.object({ text: z.string() }));

const detail = {
  schedules: { where: { cancelledAt: null }, orderBy: [{ startsAt: "asc" }, { id: "asc" }] },
  provider: { select: { name: true, city: true } },
  platform: { select: { name: true } },
  lessons: {
    select: { position: true, title: true, seconds: true, media: true },
    orderBy: { position: "asc" },
  },
} satisfies Prisma.CourseInclude;

type DetailRow = Prisma.CourseGetPayload<{ include: typeof detail }>;

/** One course by its slug, with the schedules that can be bought at that moment; null when there is none. */
export async function findCourse(slug: string, now: Date): Promise<CourseDetail | null> {
  const row = await database().course.findUnique({ where: { slug }, include: detail });
  return row && toDetail(row, now);
}

/** Up to as many courses as slugs are named, in that order, and only what is offered. */
export async function findCoursesBySlug(slugs: readonly string[], now: Date): Promise<CourseDetail[]> {
  const rows = await database().course.findMany({
    where: { slug: { in: [...slugs] }, active: true },
    include: detail,
  });
  return slugs.flatMap((slug) => {
    const row = rows.find((found) => found.slug === slug);
    return row ? [toDetail(row, now)] : [];
  });
}

/** What of a course can be bought at that moment, the soonest first: not cancelled, not begun, with or without seats. */
export async function findSchedules(courseId: CourseId, now: Date): Promise<CourseSchedule[]> {
  const rows = await database().courseSchedule.findMany({
    where: { courseId, cancelledAt: null },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return schedulesOf(rows, now);
}

/** The lesson that anybody may see before buying; null when the course shows none or is not offered. */
export async function findSampleLesson(slug: string): Promise<SampleLesson | null> {
  const course = await database().course.findFirst({
    where: { slug, active: true, sampleLesson: { not: null } },
    select: { id: true, title: true, sampleLesson: true },
  });
  if (course?.sampleLesson == null) return null;
  const lesson = await database().lesson.findUnique({
    where: { courseId_position: { courseId: course.id, position: course.sampleLesson } },
  });
  return (
    lesson && {
      ...{ courseSlug: slug, courseTitle: course.title, title: lesson.title, seconds: lesson.seconds },
      bytes: mediaSize.parse(lesson.media).bytes,
      mediaFolder: lesson.mediaFolder,
      transcript: spokenLines.parse(lesson.transcript).map((spoken) => spoken.text),
    }
  );
}

/** What the filters of the catalogue offer. */
export async function findCatalogueChoices(): Promise<CatalogueChoices> {
  const [categories, platforms, providers] = await Promise.all([
    database().category.findMany({ orderBy: { nameId: "asc" } }),
    database().platform.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true } }),
    database().provider.findMany({ orderBy: { name: "asc" }, select: { slug: true, name: true } }),
  ]);
  return {
    categories: categories.map(({ code, nameId, nameEn }) => ({ code, id: nameId, en: nameEn })),
    platforms,
    providers,
  };
}

function toDetail(row: DetailRow, now: Date): CourseDetail {
  const { slug, code, version, title, titleEn, summary, summaryEn, description, outcomes } = row;
  const { categoryCode, providerSlug, platformSlug, mode, price, hours, minimumAge, sampleLesson } = row;
  const schedules = schedulesOf(row.schedules, now);
  return {
    ...{ slug, code, version, title, titleEn, summary, summaryEn, description, outcomes },
    ...{ categoryCode, providerSlug, platformSlug, mode, price, hours, minimumAge },
    id: row.id as CourseId,
    level: courseLevels.find((level) => level === row.level) ?? "dasar",
    minimumEducation: minimumEducations.find((level) => level === row.minimumEducation) ?? null,
    trainer: { name: row.trainerName, about: row.trainerAbout },
    syllabus: keptSyllabus.parse(row.syllabus),
    sampleLesson: row.lessons.some(({ position }) => position === sampleLesson) ? sampleLesson : null,
    providerName: row.provider.name,
    providerCity: row.provider.city,
    platformName: row.platform.name,
    isActive: row.active,
    lessons: row.lessons.map(({ media, ...lesson }) => ({ ...lesson, bytes: mediaSize.parse(media).bytes })),
    schedules,
    seatsLeft: schedules.reduce((sum, { seatsLeft }) => sum + seatsLeft, 0),
    nextStart: schedules.find(({ seatsLeft }) => seatsLeft > 0)?.startsAt ?? null,
  };
}

type ScheduleRow = Prisma.CourseScheduleGetPayload<object>;

function schedulesOf(rows: readonly ScheduleRow[], now: Date): CourseSchedule[] {
  return rows
    .filter((row) => isBuyable(row, now))
    .map(({ id, code, startsAt, endsAt, place, seats, seatsTaken }) => ({
      ...{ code, startsAt, endsAt, place, seats },
      id: id as ScheduleId,
      seatsLeft: seats - seatsTaken,
    }));
}
