import type { StaffActor } from "#authorization/actor.ts";
import { ok, type Result, refuse } from "#kernel/result.ts";
import type { Work } from "#platform/db/work.ts";
import { decideContent } from "../policy/content.ts";
import { decideWriting } from "../policy/versions.ts";
import type { VersionRefusal } from "../refusals.ts";
import {
  findLatestVersion,
  findNamed,
  findRules,
  findSoldCourse,
  insertDraft,
  lockCourse,
  rewriteDraft,
} from "../repository/versions.ts";
import type { CourseDraft } from "../schema/draft.ts";
import { submitCourse } from "./submit-course.ts";

type Input = {
  readonly courseId: string | null;
  readonly content: CourseDraft;
  /** Whether the draft is handed in at once. */
  readonly handsIn: boolean;
};

/** A provider writes a course down as a draft, as far as it is: a new one, or the next version of one that it has. */
export async function writeCourse(
  work: Work<StaffActor>,
  { courseId, content, handsIn }: Input,
): Promise<Result<{ courseId: string }, VersionRefusal>> {
  const { providerSlug, accountId } = work.actor;
  if (!providerSlug) return refuse({ code: "course-unknown" });
  const id = courseId ?? work.newId<"course">();
  await lockCourse(work.tx, id);
  const latest = await findLatestVersion(work.tx, id);
  if (courseId && !latest) return refuse({ code: "course-unknown" });
  const place = decideWriting(latest, providerSlug);
  if (!place.ok) return place;

  const named = await findNamed(work.tx, content);
  if (!named.category) return refuse({ code: "course-category-unknown" });
  if (!named.platform) return refuse({ code: "course-platform-unknown" });
  const sold = await findSoldCourse(work.tx, id, work.now);
  const allowed = decideContent(content, sold, await findRules(work.tx));
  if (!allowed.ok) return allowed;

  const { version, isNew } = place.value;
  const draft = { ...{ courseId: id, version, providerSlug, content }, createdBy: accountId, now: work.now };
  await (isNew ? insertDraft(work.tx, draft) : rewriteDraft(work.tx, draft));
  await work.record({ action: "course-written", subject: `course:${id}`, details: { version } });
  return handsIn ? submitCourse(work, { courseId: id }) : ok({ courseId: id });
}
