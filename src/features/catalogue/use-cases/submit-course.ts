import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideContent } from "../policy/content.ts";
import { decideConflict, decideSubmission } from "../policy/versions.ts";
import type { VersionRefusal } from "../refusals.ts";
import { findStandingOwnership, lockPair } from "../repository/ownerships.ts";
import {
  findLatestVersion,
  findRules,
  findSoldCourse,
  findVersion,
  lockCourse,
  markSubmitted,
} from "../repository/versions.ts";
import { openFields } from "../schema/draft.ts";
import { courseContent } from "../schema.ts";

/** A provider hands its draft in, whole, to be judged; from now its words stand. */
export async function submitCourse(
  work: Work<StaffActor>,
  { courseId }: { readonly courseId: string },
): Promise<Result<{ courseId: string }, VersionRefusal>> {
  const { providerSlug } = work.actor;
  if (!providerSlug) return refuse({ code: "course-unknown" });
  await lockCourse(work.tx, courseId);
  const decision = decideSubmission(await findLatestVersion(work.tx, courseId), providerSlug);
  if (!decision.ok) return decision;
  const held = await findVersion(work.tx, courseId, decision.value.version);
  if (!held) return refuse({ code: "course-unknown" });

  const missing = openFields(held.content).length;
  if (missing > 0) return refuse({ code: "course-incomplete", missing });
  const content = courseContent.parse(held.content);
  // The rules may have changed since the draft was written, and so may who owns whom.
  const sold = await findSoldCourse(work.tx, courseId, work.now);
  const allowed = decideContent(content, sold, await findRules(work.tx));
  if (!allowed.ok) return allowed;
  const pair = { platformSlug: content.platform, providerSlug };
  await lockPair(work.tx, pair);
  const conflict = decideConflict(await findStandingOwnership(work.tx, pair));
  if (!conflict.ok) return conflict;

  await markSubmitted(work.tx, held.state, work.now);
  const { version } = held.state;
  await work.record({ action: "course-submitted", subject: `course:${courseId}`, details: { version } });
  return ok({ courseId });
}
