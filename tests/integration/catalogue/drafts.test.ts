import { describe, expect, test } from "vitest";
import { findOwnCourse, findOwnCourses } from "#features/catalogue/queries/authoring.ts";
import { findReviewedVersion } from "#features/catalogue/queries/review.ts";
import type { CourseDraft } from "#features/catalogue/schema/draft.ts";
import { database } from "#platform/db/client.ts";
import { flowers, judge, now, OURS, provider, sold, submit, write } from "./provider.ts";

const begun: CourseDraft = {
  ...flowers,
  ...{ title: null, summary: null, category: null, platform: null, mode: null, price: null, hours: null },
  ...{ outcomes: ["Memilih bunga"], trainer: { name: "Sari Puspita", about: null }, syllabus: [] },
};

async function written(content: CourseDraft): Promise<string> {
  const result = await write({ content });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.courseId;
}

describe("a draft that is not finished", () => {
  test("is kept as far as it is, and finished on another day", async () => {
    const courseId = await written(begun);
    const kept = await findOwnCourse(OURS, courseId);
    expect(kept?.content).toEqual(begun);
    expect(kept?.open).toEqual([
      ...["title", "summary", "outcomes", "category", "platform", "mode", "price", "hours"],
      ...["trainer.about", "syllabus.0.title"],
    ]);
    expect((await findOwnCourses(OURS)).find((own) => own.courseId === courseId)).toMatchObject({
      ...{ title: null, mode: null, price: null, status: "draft" },
    });

    await write({ courseId, content: flowers });
    expect((await findOwnCourse(OURS, courseId))?.open).toEqual([]);
    expect(await submit(courseId)).toMatchObject({ ok: true });
    expect(await judge(courseId)).toMatchObject({ ok: true });
  });

  test("is not handed in, and says how much it lacks", async () => {
    const courseId = await written({ ...flowers, titleEn: null, price: null });
    expect(await submit(courseId)).toMatchObject({ refusal: { code: "course-incomplete", missing: 2 } });
    expect((await findOwnCourse(OURS, courseId))?.versions[0].status).toBe("draft");
  });

  test("cannot be handed in past the application either", async () => {
    const courseId = await written({ ...flowers, trainer: { name: "Sari Puspita", about: null } });
    const handIn = database().courseVersion.update({
      where: { courseId_version: { courseId, version: 1 } },
      data: { status: "submitted", submittedAt: now },
    });
    await expect(handIn).rejects.toThrow(/course_version_whole/);
  });

  test.each<[string, Partial<CourseDraft>]>([
    ["without a title", { title: null }],
    ["with two outcomes", { outcomes: ["satu", "dua"] }],
    ["without a section", { syllabus: [] }],
    ["with half a section", { syllabus: [{ title: "Satu", text: null }] }],
    ["without a price", { price: null }],
  ])("%s is no version for the database to judge", async (_what, spoilt) => {
    const courseId = await written({ ...flowers, ...spoilt });
    const handIn = database()
      .$executeRaw`UPDATE course_version SET status = 'submitted', submitted_at = now() WHERE course_id = ${courseId}::uuid`;
    await expect(handIn).rejects.toThrow(/course_version_whole/);
  });

  test("of a course that is sold leaves what is sold as it is", async () => {
    const courseId = await sold();
    await write({ courseId, content: { ...begun, title: null } });
    expect((await findOwnCourse(OURS, courseId))?.sold).toMatchObject({ title: flowers.title, version: 1 });
    expect(await findReviewedVersion(courseId, 2)).toBeNull();
  });
});

test("a course that is whole is written and handed in at once, by both names in the audit", async () => {
  const result = await write({ handsIn: true }, provider);
  if (!result.ok) throw new Error(result.refusal.code);
  const { courseId } = result.value;
  expect((await findOwnCourse(OURS, courseId))?.versions[0].status).toBe("submitted");
  const audit = await database().auditEvent.findMany({ where: { subject: `course:${courseId}` } });
  expect(audit.map(({ action }) => action).toSorted()).toEqual(["course-submitted", "course-written"]);
});
