import { isUuid } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { changedFacts } from "../policy/changes.ts";
import { priceCeiling } from "../policy/content.ts";
import { type CourseContent, courseContent } from "../schema.ts";
import type { Ownership, QueuedVersion, RegisteredOwnership, VersionStatus } from "../types/authoring.ts";
import type { CourseId } from "../types.ts";
import { findCourseRules } from "./authoring.ts";

const PAGE = 20;

/** Versions that wait for a decision, the longest waiting first; `next` is the `after` of the page that follows. */
export async function findWaitingVersions(
  after: string | null,
): Promise<{ readonly items: readonly QueuedVersion[]; readonly next: string | null }> {
  const last = after && isUuid(after) ? await submittedOf(after) : null;
  const rows = await database().courseVersion.findMany({
    where: {
      status: "submitted",
      ...(last && after
        ? { OR: [{ submittedAt: { gt: last } }, { submittedAt: last, courseId: { gt: after } }] }
        : {}),
    },
    orderBy: [{ submittedAt: "asc" }, { courseId: "asc" }],
    take: PAGE + 1,
  });
  const items = await named(rows.slice(0, PAGE));
  return { items, next: rows.length > PAGE ? (items.at(-1)?.courseId ?? null) : null };
}

/** The versions that were decided last, the newest first; what the portal began with is none of them. */
export async function findDecidedVersions(): Promise<QueuedVersion[]> {
  const rows = await database().courseVersion.findMany({
    where: { status: { in: ["approved", "refused"] }, decidedBy: { not: null } },
    orderBy: { decidedAt: "desc" },
    take: PAGE,
  });
  return named(rows);
}

async function submittedOf(courseId: string): Promise<Date | null> {
  const row = await database().courseVersion.findFirst({
    where: { courseId, submittedAt: { not: null } },
    orderBy: { version: "desc" },
    select: { submittedAt: true },
  });
  return row?.submittedAt ?? null;
}

type VersionRow = {
  readonly courseId: string;
  readonly version: number;
  readonly providerSlug: string;
  readonly status: VersionStatus;
  readonly content: unknown;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
};

async function named(rows: readonly VersionRow[]): Promise<QueuedVersion[]> {
  const providers = await database().provider.findMany({
    where: { slug: { in: rows.map(({ providerSlug }) => providerSlug) } },
    select: { slug: true, name: true },
  });
  return rows.map(({ courseId, version, providerSlug, status, content, submittedAt, decidedAt }) => ({
    ...{ courseId: courseId as CourseId, version, status, submittedAt, decidedAt },
    title: courseContent.parse(content).title,
    providerName: providers.find(({ slug }) => slug === providerSlug)?.name ?? providerSlug,
  }));
}

export type ReviewedVersion = QueuedVersion & {
  readonly content: CourseContent;
  /** What was approved before it, and which facts differ; null for a new course. */
  readonly before: {
    readonly version: number;
    readonly content: CourseContent;
    readonly changed: readonly (keyof CourseContent)[];
  } | null;
  readonly platformName: string;
  readonly commissionPercent: number;
  readonly categoryName: { readonly id: string; readonly en: string };
  /** Rupiah. */
  readonly ceiling: number;
  readonly lessons: number;
  readonly note: string | null;
  /** The ownership that forbids an approval; null when there is none. */
  readonly conflict: Ownership | null;
};

/** One version with all that a decision needs; null when there is none, or it is still being written. */
export async function findReviewedVersion(
  courseId: string,
  version: number,
): Promise<ReviewedVersion | null> {
  if (!isUuid(courseId) || !Number.isSafeInteger(version)) return null;
  const row = await database().courseVersion.findUnique({
    where: { courseId_version: { courseId, version } },
  });
  if (!row || row.status === "draft") return null;
  const content = courseContent.parse(row.content);
  const [queued] = await named([row]);
  if (!queued) return null;
  const [platform, category, ownership, lessons, rules, before] = await Promise.all([
    database().platform.findUnique({ where: { slug: content.platform } }),
    database().category.findUnique({ where: { code: content.category } }),
    database().platformOwnership.findFirst({
      where: { platformSlug: content.platform, providerSlug: row.providerSlug, until: null },
    }),
    database().lesson.count({ where: { courseId } }),
    findCourseRules(),
    findBefore(courseId, version, content),
  ]);
  const platformName = platform?.name ?? content.platform;
  const pair = { platformSlug: content.platform, providerSlug: row.providerSlug };
  return {
    ...queued,
    ...{ content, before, platformName, lessons, note: row.note },
    commissionPercent: platform?.commissionPercent ?? 0,
    categoryName: { id: category?.nameId ?? content.category, en: category?.nameEn ?? content.category },
    ceiling: priceCeiling(content.mode, content.hours, rules),
    conflict: ownership && {
      ...pair,
      platformName,
      providerName: queued.providerName,
      ground: ownership.ground,
    },
  };
}

async function findBefore(
  courseId: string,
  version: number,
  content: CourseContent,
): Promise<ReviewedVersion["before"]> {
  const row = await database().courseVersion.findFirst({
    where: { courseId, status: "approved", version: { lt: version } },
    orderBy: { version: "desc" },
  });
  if (!row) return null;
  const former = courseContent.parse(row.content);
  return { version: row.version, content: former, changed: changedFacts(former, content) };
}

/** The ownership register, what stands first. */
export async function findOwnerships(): Promise<RegisteredOwnership[]> {
  const rows = await database().platformOwnership.findMany({
    orderBy: [{ until: { sort: "desc", nulls: "first" } }, { since: "desc" }],
    take: 200,
    include: { platform: { select: { name: true } }, provider: { select: { name: true } } },
  });
  return rows.map(({ platform, provider, ...row }) => ({
    ...{ platformSlug: row.platformSlug, providerSlug: row.providerSlug, ground: row.ground },
    ...{ since: row.since, until: row.until, endGround: row.endGround },
    platformName: platform.name,
    providerName: provider.name,
  }));
}
