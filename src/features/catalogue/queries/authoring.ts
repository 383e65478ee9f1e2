import { isUuid } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { HOURLY_CEILING } from "../policy/content.ts";
import { isBuyable } from "../policy/schedules.ts";
import { courseRules } from "../schema/authoring.ts";
import { type CourseDraft, courseDraft, openFields } from "../schema/draft.ts";
import type {
  CourseField,
  CourseRules,
  OwnCourse,
  OwnSchedule,
  PlatformChoice,
  VersionStep,
} from "../types/authoring.ts";
import type { CourseId, CourseMode, ScheduleId } from "../types.ts";

/** The scheme whose numbers bind a course, as in repository/versions.ts. */
const SCHEME = "A";
const MOST_COURSES = 200;

/** A provider's courses with the newest version of each, by title. */
export async function findOwnCourses(providerSlug: string): Promise<OwnCourse[]> {
  const newest = await database().courseVersion.findMany({
    where: { providerSlug },
    distinct: ["courseId"],
    orderBy: [{ courseId: "asc" }, { version: "desc" }],
    take: MOST_COURSES,
  });
  const sold = await database().course.findMany({
    where: { id: { in: newest.map(({ courseId }) => courseId) } },
    select: { id: true, active: true },
  });
  return newest
    .map(({ courseId, version, status, content }) => {
      const { title, mode, price } = courseDraft.parse(content);
      const isOffered = sold.find(({ id }) => id === courseId)?.active ?? null;
      return { courseId: courseId as CourseId, title, mode, price, version, status, isOffered };
    })
    .toSorted((one, other) => (one.title ?? "").localeCompare(other.title ?? "", "id"));
}

export type OwnCourseDetail = {
  readonly courseId: CourseId;
  /** What the newest version says. */
  readonly content: CourseDraft;
  /** What it lacks before it may be handed in. */
  readonly open: readonly CourseField[];
  /** The newest first. */
  readonly versions: readonly [VersionStep, ...VersionStep[]];
  /** As it is sold; null before the first approval. */
  readonly sold: {
    readonly slug: string;
    readonly title: string;
    readonly mode: CourseMode;
    readonly version: number;
    readonly isOffered: boolean;
  } | null;
};

/** One course of a provider; null when it is not theirs. */
export async function findOwnCourse(providerSlug: string, courseId: string): Promise<OwnCourseDetail | null> {
  if (!isUuid(courseId)) return null;
  const rows = await database().courseVersion.findMany({
    where: { courseId, providerSlug },
    orderBy: { version: "desc" },
  });
  const [latest, ...earlier] = rows;
  if (!latest) return null;
  const course = await database().course.findUnique({
    where: { id: courseId },
    select: { slug: true, title: true, mode: true, version: true, active: true },
  });
  const content = courseDraft.parse(latest.content);
  return {
    courseId: courseId as CourseId,
    content,
    open: openFields(content),
    versions: [stepOf(latest), ...earlier.map(stepOf)],
    sold: course && factsOfSold(course),
  };
}

function factsOfSold({
  active,
  ...facts
}: {
  readonly slug: string;
  readonly title: string;
  readonly mode: CourseMode;
  readonly version: number;
  readonly active: boolean;
}) {
  return { ...facts, isOffered: active };
}

function stepOf({ version, status, submittedAt, decidedAt, note }: VersionStep): VersionStep {
  return { version, status, submittedAt, decidedAt, note };
}

/** Every schedule of a provider's own course, what is still to come first; none when it is not theirs. */
export async function findOwnSchedules(
  providerSlug: string,
  courseId: string,
  now: Date,
): Promise<OwnSchedule[]> {
  if (!isUuid(courseId)) return [];
  const rows = await database().courseSchedule.findMany({
    where: { courseId, course: { providerSlug } },
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
    take: MOST_COURSES,
  });
  const bought = await database().purchase.groupBy({
    by: ["scheduleId"],
    where: { courseId, status: "bought" },
    _count: true,
  });
  return rows.map(({ id, courseId: _, createdAt: __, ...row }) => ({
    ...row,
    id: id as ScheduleId,
    buyers: bought.find(({ scheduleId }) => scheduleId === id)?._count ?? 0,
    isOpen: isBuyable(row, now),
  }));
}

/** The platforms that a provider may choose for its courses. */
export async function findPlatformChoices(providerSlug: string): Promise<PlatformChoice[]> {
  const platforms = await database().platform.findMany({
    orderBy: { name: "asc" },
    select: {
      ...{ slug: true, name: true, commissionPercent: true },
      owned: { where: { providerSlug, until: null }, select: { since: true } },
    },
  });
  return platforms.map(({ owned, ...platform }) => ({ ...platform, isOwned: owned.length > 0 }));
}

/** The numbers of the programme that bind a course. */
export async function findCourseRules(): Promise<CourseRules> {
  const { parameters } = await database().scheme.findUniqueOrThrow({
    where: { code: SCHEME },
    select: { parameters: true },
  });
  return { ...courseRules.parse(parameters), hourlyCeiling: HOURLY_CEILING };
}
