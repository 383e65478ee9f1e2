import type { AccountId } from "#kernel/identifiers.ts";
import { database } from "#platform/db/client.ts";
import { courseContent } from "../schema.ts";
import type { Verdict } from "../types/authoring.ts";

/** More accounts than speak for one provider. */
const MOST_READERS = 20;

/** What an operator decided about a version, and who reads it; null while nothing is decided. */
export async function findVerdict(courseId: string, version: number): Promise<Verdict | null> {
  const row = await database().courseVersion.findUnique({
    where: { courseId_version: { courseId, version } },
    select: { status: true, content: true, note: true, providerSlug: true },
  });
  if (row?.status !== "approved" && row?.status !== "refused") return null;
  const [course, accounts] = await Promise.all([
    database().course.findUnique({ where: { id: courseId }, select: { active: true } }),
    database().account.findMany({
      where: { role: "provider", providerSlug: row.providerSlug, lockedAt: null },
      orderBy: { createdAt: "asc" },
      take: MOST_READERS,
      select: { id: true },
    }),
  ]);
  return {
    title: courseContent.parse(row.content).title,
    isApproved: row.status === "approved",
    isOffered: course?.active ?? false,
    note: row.note,
    readers: accounts.map(({ id }) => id as AccountId),
  };
}
