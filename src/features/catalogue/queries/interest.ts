import type { ParticipantId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import type { ListedCourse } from "../types.ts";
import { findCoursesOfInterest } from "./search.ts";

type Interest = {
  readonly category: { readonly id: string; readonly en: string };
  readonly courses: readonly ListedCourse[];
};

/** Courses of the field that this person said to be interested in when they registered; null when they said nothing. */
export async function findInterest(participantId: ParticipantId, now: Date): Promise<Interest | null> {
  const said = await database().registration.findUnique({
    where: { participantId },
    select: { wantedCategory: true },
  });
  if (!said?.wantedCategory) return null;
  const category = await database().category.findUnique({ where: { code: said.wantedCategory } });
  if (!category) return null;
  const courses = await findCoursesOfInterest(category.code, now);
  return courses.length > 0 ? { category: { id: category.nameId, en: category.nameEn }, courses } : null;
}
