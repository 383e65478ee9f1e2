import { describe, expect, test } from "vitest";
import { findOwnCourse, findOwnCourses } from "#features/catalogue/queries/authoring.ts";
import { findReviewedVersion, findWaitingVersions } from "#features/catalogue/queries/review.ts";
import { findCourses } from "#features/catalogue/queries/search.ts";
import { courseSearch } from "#features/catalogue/schema/search.ts";
import { qualityPoints } from "#features/catalogue/types/authoring.ts";
import { database } from "#platform/db/client.ts";
import { flowers, judge, now, OURS, provider, sold, stranger, submit, submitted, write } from "./provider.ts";

const find = (cari: string) => findCourses(courseSearch.parse({ cari }), now);
const auditOf = async (courseId: string) =>
  (
    await database().auditEvent.findMany({
      where: { subject: `course:${courseId}` },
      orderBy: { id: "asc" },
      select: { action: true },
    })
  )
    .map(({ action }) => action)
    .toSorted();

describe("a provider writes a course", () => {
  test("which nobody can find before an operator approved it, and everybody after", async () => {
    const content = { ...flowers, title: "Merangkai Kenanga Kering" };
    const courseId = await submitted(content);
    expect((await find("kenanga")).items.map(({ id }) => id)).not.toContain(courseId);
    expect((await findWaitingVersions(null)).items.map((item) => item.courseId)).toContain(courseId);

    expect(await judge(courseId)).toEqual({ ok: true, value: { courseId, version: 1 } });
    expect((await find("kenanga")).items[0]).toMatchObject({
      id: courseId,
      slug: "merangkai-kenanga-kering",
    });
    const course = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    expect(course).toMatchObject({ version: 1, active: true, providerSlug: OURS, price: 600_000n, hours: 8 });
    expect(course).toMatchObject({ trainerName: "Sari Puspita", mode: "face_to_face" });
    expect(course.code).toMatch(/^KRS-[A-Z0-9]{6}$/);
    expect(await auditOf(courseId)).toEqual(["course-approved", "course-submitted", "course-written"]);
  });

  test("and changes what is sold only by an approved version", async () => {
    const courseId = await sold();
    await write({ courseId, content: { ...flowers, price: 650_000, outcomes: ["a", "b", "c"] } });
    await write({ courseId, content: { ...flowers, price: 700_000 } });
    await submit(courseId);
    const before = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    expect([before.price, before.version]).toEqual([600_000n, 1]);
    const reviewed = await findReviewedVersion(courseId, 2);
    expect(reviewed?.before).toMatchObject({ version: 1, changed: ["price"] });
    expect(reviewed).toMatchObject({ commissionPercent: 8, ceiling: 1_000_000, conflict: null });

    await judge(courseId, { version: 2 });
    const after = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    expect([after.price, after.version, after.slug, after.code]).toEqual([
      700_000n,
      2,
      before.slug,
      before.code,
    ]);
  });

  test("two of one title have two addresses", async () => {
    const content = { ...flowers, title: "Judul Kembar" };
    const [one, other] = [await sold(content), await sold(content)];
    const slugs = await database().course.findMany({
      where: { id: { in: [one, other] } },
      select: { slug: true },
    });
    expect(new Set(slugs.map(({ slug }) => slug)).size).toBe(2);
  });

  test("self-paced and without lessons it is approved, but not offered", async () => {
    const courseId = await sold({ ...flowers, title: "Anyaman Pandan", mode: "self_paced", price: 400_000 });
    expect((await findOwnCourse(OURS, courseId))?.sold).toMatchObject({ isOffered: false, version: 1 });
    expect((await find("anyaman pandan")).count).toBe(0);
    expect((await findOwnCourses(OURS)).find((own) => own.courseId === courseId)).toMatchObject({
      isOffered: false,
      status: "approved",
    });
  });

  test.each([
    ["too short", { hours: 5, price: 300_000 }, "course-too-short"],
    ["above the ceiling", { mode: "webinar" as const, price: 900_000 }, "course-price-above-ceiling"],
    ["above the balance", { hours: 20, price: 1_500_000 }, "course-price-above-balance"],
    ["of an unknown field", { category: "sihir" }, "course-category-unknown"],
    ["on an unknown platform", { platform: "tidak-ada" }, "course-platform-unknown"],
  ])("and is told at once when it is %s", async (_what, spoilt, code) => {
    expect(await write({ content: { ...flowers, ...spoilt } })).toMatchObject({
      ok: false,
      refusal: { code },
    });
  });
});

describe("an operator judges a version", () => {
  test("and hands it back with a note; the next version may be handed in", async () => {
    const courseId = await submitted();
    expect(await judge(courseId, { decision: "return" })).toMatchObject({
      refusal: { code: "course-note-missing" },
    });
    await judge(courseId, { decision: "return", checked: [], note: "Tulis silabus hari kedua." });
    expect((await findOwnCourse(OURS, courseId))?.versions[0]).toMatchObject({
      status: "refused",
      note: "Tulis silabus hari kedua.",
    });
    expect(await submit(courseId)).toMatchObject({ refusal: { code: "course-not-a-draft" } });
    await write({ courseId });
    await submit(courseId);
    expect(await judge(courseId, { version: 2 })).toMatchObject({ ok: true });
    expect((await database().course.findUniqueOrThrow({ where: { id: courseId } })).version).toBe(2);
  });

  test("and approves nothing while one point of the checklist is open", async () => {
    const courseId = await submitted();
    expect(await judge(courseId, { checked: qualityPoints.slice(1) })).toMatchObject({
      refusal: { code: "course-checklist-incomplete", missing: 1 },
    });
    expect(await database().course.findUnique({ where: { id: courseId } })).toBeNull();
  });

  test("once: a second verdict, and one on a draft, are refused", async () => {
    const courseId = await sold();
    expect(await judge(courseId)).toMatchObject({ refusal: { code: "course-not-submitted" } });
    await write({ courseId });
    expect(await judge(courseId, { version: 2 })).toMatchObject({
      refusal: { code: "course-not-submitted" },
    });
    expect(await findReviewedVersion(courseId, 2)).toBeNull();
  });

  test("two operators at once decide once", async () => {
    const courseId = await submitted();
    const outcomes = await Promise.all([
      judge(courseId),
      judge(courseId, { decision: "return", note: "Perbaiki." }),
    ]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("nobody else's", () => {
  test("a stranger sees, writes and hands in nothing of another provider", async () => {
    const courseId = await sold();
    expect(await findOwnCourse("bengkel-belajar-obeng", courseId)).toBeNull();
    expect(await write({ courseId }, stranger)).toMatchObject({ refusal: { code: "course-unknown" } });
    await write({ courseId });
    expect(await submit(courseId, stranger)).toMatchObject({ refusal: { code: "course-unknown" } });
    expect(await write({}, { ...provider, providerSlug: null })).toMatchObject({
      refusal: { code: "course-unknown" },
    });
  });

  test("what is being judged cannot be written over, neither by the provider nor in the database", async () => {
    const courseId = await submitted();
    expect(await write({ courseId })).toMatchObject({ refusal: { code: "course-in-review" } });
    const rewrite = database().courseVersion.update({
      where: { courseId_version: { courseId, version: 1 } },
      data: { content: { ...flowers, price: 1_000 } },
    });
    await expect(rewrite).rejects.toThrow("a submitted version of a course does not change");
    const another = database().courseVersion.create({
      data: { courseId, version: 2, providerSlug: OURS, status: "draft", content: flowers, createdAt: now },
    });
    await expect(another).rejects.toThrow(/[Uu]nique/);
  });
});
