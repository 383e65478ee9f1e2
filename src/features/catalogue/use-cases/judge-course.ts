import type { StaffActor } from "#authorization/actor.ts";
import { readableCode } from "#kernel/random.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { courseJudged } from "../events.ts";
import { decideContent, isOffered } from "../policy/content.ts";
import { decideConflict, decideJudgement, slugOf } from "../policy/versions.ts";
import type { VersionRefusal } from "../refusals.ts";
import { findStandingOwnership, lockPair } from "../repository/ownerships.ts";
import {
  findRules,
  findSoldCourse,
  findVersion,
  insertCourse,
  isSlugTaken,
  lockCourse,
  markDecided,
  updateCourse,
} from "../repository/versions.ts";
import { type CourseContent, courseContent } from "../schema.ts";
import { qualityPoints, type SoldCourse, type VersionState } from "../types/authoring.ts";

type Input = {
  readonly courseId: string;
  readonly version: number;
  readonly decision: "approve" | "return";
  readonly checked: readonly string[];
  readonly note: string | null;
};

const CODE_LENGTH = 6;

/** An operator approves a version, which is the course from now, or hands it back with a note on what to mend; its provider is told. */
export async function judgeCourse(
  work: Work<StaffActor>,
  { courseId, version, ...judgement }: Input,
): Promise<Result<{ courseId: string; version: number }, VersionRefusal>> {
  await lockCourse(work.tx, courseId);
  const held = await findVersion(work.tx, courseId, version);
  const decision = decideJudgement(held?.state ?? null, judgement);
  if (!decision.ok || !held) return decision.ok ? refuse({ code: "course-unknown" }) : decision;

  const approves = judgement.decision === "approve";
  const content = courseContent.parse(held.content);
  const sold = await findSoldCourse(work.tx, courseId, work.now);
  if (approves) {
    const allowed = await decideSale(work, held.state, content, sold);
    if (!allowed.ok) return allowed;
  }
  await markDecided(work.tx, held.state, {
    status: approves ? "approved" : "refused",
    checklist: Object.fromEntries(qualityPoints.map((point) => [point, judgement.checked.includes(point)])),
    note: judgement.note,
    ...{ decidedBy: work.actor.accountId, decidedAt: work.now },
  });
  if (approves) await sell(work, held.state, content, sold);
  await work.record({
    action: approves ? "course-approved" : "course-refused",
    subject: `course:${courseId}`,
    details: { version },
  });
  await work.publish(courseJudged({ courseId, version }));
  return ok({ courseId, version });
}

/** The rules and the ownerships once more: both may have changed since the version was handed in. */
async function decideSale(
  { tx }: Work<StaffActor>,
  { providerSlug }: VersionState,
  content: CourseContent,
  sold: SoldCourse | null,
): Promise<Result<void, VersionRefusal>> {
  const allowed = decideContent(content, sold, await findRules(tx));
  if (!allowed.ok) return allowed;
  const pair = { platformSlug: content.platform, providerSlug };
  await lockPair(tx, pair);
  return decideConflict(await findStandingOwnership(tx, pair));
}

async function sell(
  { tx, chance }: Work<StaffActor>,
  { courseId, version, providerSlug }: VersionState,
  content: CourseContent,
  sold: SoldCourse | null,
): Promise<void> {
  const active = isOffered(content.mode, sold?.lessons ?? 0);
  const approved = { id: courseId, providerSlug, version, content, active };
  if (sold) return updateCourse(tx, approved);
  const code = readableCode(chance, CODE_LENGTH);
  const slug = slugOf(content.title);
  const free = (await isSlugTaken(tx, slug)) ? `${slug}-${code.toLowerCase()}` : slug;
  return insertCourse(tx, { ...approved, slug: free, code: `KRS-${code}` });
}
