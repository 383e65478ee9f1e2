import type { Transaction } from "#platform/db/client.ts";
import { takeTurn } from "#platform/db/turns.ts";
import { courseRules } from "../schema/authoring.ts";
import { type CourseDraft, courseDraft } from "../schema/draft.ts";
import type { CourseContent } from "../schema.ts";
import type { SchemeRules, SoldCourse, VersionState } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";

/** The scheme whose numbers bind a course: the one of most recipients (programme rules, section 2). */
const SCHEME = "A";

const state = { courseId: true, version: true, providerSlug: true, status: true } as const;

/** One command a course at a time. */
export async function lockCourse(tx: Transaction, courseId: string): Promise<void> {
  await takeTurn(tx, `course:${courseId}`);
}

/** The newest version of a course; null when none was written. */
export async function findLatestVersion(tx: Transaction, courseId: string): Promise<VersionState | null> {
  const row = await tx.courseVersion.findFirst({
    where: { courseId },
    orderBy: { version: "desc" },
    select: state,
  });
  return row && { ...row, courseId: row.courseId as CourseId };
}

type HeldVersion = { readonly state: VersionState; readonly content: CourseDraft };

export async function findVersion(
  tx: Transaction,
  courseId: string,
  version: number,
): Promise<HeldVersion | null> {
  const row = await tx.courseVersion.findUnique({
    where: { courseId_version: { courseId, version } },
    select: { ...state, content: true },
  });
  if (!row) return null;
  const { content, ...rest } = row;
  return { state: { ...rest, courseId: rest.courseId as CourseId }, content: courseDraft.parse(content) };
}

type Draft = {
  readonly courseId: string;
  readonly version: number;
  readonly providerSlug: string;
  readonly content: CourseDraft;
  readonly createdBy: string;
  readonly now: Date;
};

export async function insertDraft(tx: Transaction, { now, ...draft }: Draft): Promise<void> {
  await tx.courseVersion.create({ data: { ...draft, status: "draft", createdAt: now } });
}

export async function rewriteDraft(
  tx: Transaction,
  { courseId, version, content, createdBy }: Draft,
): Promise<void> {
  await tx.courseVersion.update({
    where: { courseId_version: { courseId, version } },
    data: { content, createdBy },
  });
}

export async function markSubmitted(
  tx: Transaction,
  { courseId, version }: VersionState,
  now: Date,
): Promise<void> {
  await tx.courseVersion.update({
    where: { courseId_version: { courseId, version } },
    data: { status: "submitted", submittedAt: now },
  });
}

type Judgement = {
  readonly status: "approved" | "refused";
  readonly checklist: Readonly<Record<string, boolean>>;
  readonly note: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
};

export async function markDecided(
  tx: Transaction,
  { courseId, version }: VersionState,
  judgement: Judgement,
): Promise<void> {
  await tx.courseVersion.update({ where: { courseId_version: { courseId, version } }, data: judgement });
}

/** The course as it is sold now; null before its first approval. */
export async function findSoldCourse(
  tx: Transaction,
  courseId: string,
  now: Date,
): Promise<(SoldCourse & { readonly providerSlug: string }) | null> {
  const row = await tx.course.findUnique({
    where: { id: courseId },
    select: { slug: true, mode: true, providerSlug: true, _count: { select: { lessons: true } } },
  });
  if (!row) return null;
  const standingSchedules = await tx.courseSchedule.count({
    where: { courseId, cancelledAt: null, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
  });
  return {
    slug: row.slug,
    mode: row.mode,
    providerSlug: row.providerSlug,
    lessons: row._count.lessons,
    standingSchedules,
  };
}

/** The numbers of the programme that bind a course. */
export async function findRules(tx: Transaction): Promise<SchemeRules> {
  const { parameters } = await tx.scheme.findUniqueOrThrow({
    where: { code: SCHEME },
    select: { parameters: true },
  });
  return courseRules.parse(parameters);
}

/** Whether the catalogue knows what a course names; a draft that names nothing yet names nothing unknown. */
export async function findNamed(
  tx: Transaction,
  { category, platform }: CourseDraft,
): Promise<{ readonly category: boolean; readonly platform: boolean }> {
  return {
    category: !category || (await tx.category.count({ where: { code: category } })) > 0,
    platform: !platform || (await tx.platform.count({ where: { slug: platform } })) > 0,
  };
}

export async function isSlugTaken(tx: Transaction, slug: string): Promise<boolean> {
  return (await tx.course.count({ where: { slug } })) > 0;
}

type Approved = {
  readonly id: string;
  readonly providerSlug: string;
  readonly version: number;
  readonly content: CourseContent;
  readonly active: boolean;
};

/** What was approved is the course from now. */
export async function updateCourse(tx: Transaction, approved: Approved): Promise<void> {
  await tx.course.update({ where: { id: approved.id }, data: factsOf(approved) });
}

export async function insertCourse(
  tx: Transaction,
  { slug, code, ...approved }: Approved & { readonly slug: string; readonly code: string },
): Promise<void> {
  const { id, providerSlug } = approved;
  await tx.course.create({ data: { ...factsOf(approved), id, slug, code, providerSlug } });
}

function factsOf({ version, active, content }: Approved) {
  const { price, category, platform, trainer, syllabus, ...same } = content;
  return {
    ...same,
    ...{ version, active, categoryCode: category, platformSlug: platform, price: BigInt(price) },
    ...{ trainerName: trainer.name, trainerAbout: trainer.about, syllabus: [...syllabus] },
  };
}
