import { describe, expect, test } from "vitest";
import { findOwnSchedules } from "#features/catalogue/queries/authoring.ts";
import { findCourse, findSampleLesson, findSchedules } from "#features/catalogue/queries.ts";
import type { NewSchedule } from "#features/catalogue/types/authoring.ts";
import type { CourseId } from "#features/catalogue/types.ts";
import { addSchedule } from "#features/catalogue/use-cases/add-schedule.ts";
import { cancelSchedule } from "#features/catalogue/use-cases/cancel-schedule.ts";
import { addSeconds } from "#kernel/calendar.ts";
import { database } from "#platform/db/client.ts";
import { inOneTransaction } from "#platform/db/work.ts";
import { flowers, now, OURS, provider, sold, stranger, submit, write } from "./provider.ts";

const starts = addSeconds(now, 5 * 86_400);
const room: NewSchedule = {
  startsAt: starts,
  endsAt: addSeconds(starts, 7_200),
  place: "Aula Binjai",
  seats: 8,
};

function add(courseId: string, schedule: Partial<NewSchedule> = {}, actor = provider) {
  return inOneTransaction(actor, (work) => addSchedule(work, { courseId, ...room, ...schedule }), { now });
}

function cancel(courseId: string, scheduleId: string, actor = provider, at = now) {
  const input = { courseId, scheduleId, reason: "Pelatih sakit." };
  return inOneTransaction(actor, (work) => cancelSchedule(work, input), { now: at });
}

/** What the purchase stage is told of a date. */
async function cancellationsOf(scheduleId: string): Promise<unknown[]> {
  const rows = await database().$queryRaw<{ readonly payload: unknown }[]>`
    SELECT data->'payload' AS payload FROM pgboss.job
    WHERE name = 'events' AND data->>'name' = 'schedule-cancelled' AND data->'payload'->>'scheduleId' = ${scheduleId}`;
  return rows.map(({ payload }) => payload);
}

describe("a provider opens dates", () => {
  test("which people see with their seats and place until they begin", async () => {
    const courseId = (await sold()) as CourseId;
    expect(await findSchedules(courseId, now)).toEqual([]);
    await add(courseId);
    const [schedule] = await findSchedules(courseId, now);
    expect(schedule).toMatchObject({ ...room, seatsLeft: 8 });
    expect(schedule?.code).toMatch(/^JDW-[A-Z0-9]{6}$/);
    expect(await findSchedules(courseId, starts)).toEqual([]);
    const { slug } = await database().course.findUniqueOrThrow({ where: { id: courseId } });
    expect(await findCourse(slug, now)).toMatchObject({ seatsLeft: 8, nextStart: starts, isActive: true });
  });

  test("only of its own approved course, and by the way it is held", async () => {
    const courseId = await sold();
    expect(await add(courseId, {}, stranger)).toMatchObject({ refusal: { code: "schedule-course-unknown" } });
    expect(await add(courseId, { place: null })).toMatchObject({
      refusal: { code: "schedule-place-missing" },
    });
    const draft = await write();
    expect(await add(draft.ok ? draft.value.courseId : "")).toMatchObject({
      refusal: { code: "schedule-course-unknown" },
    });
  });

  test("and cannot hand in another way of learning while a date stands", async () => {
    const courseId = await sold();
    await add(courseId);
    const webinar = { ...flowers, mode: "webinar" as const };
    expect(await write({ courseId, content: webinar })).toMatchObject({
      refusal: { code: "course-mode-has-schedules", schedules: 1 },
    });
    const [schedule] = await findOwnSchedules(OURS, courseId, now);
    await cancel(courseId, schedule?.id ?? "");
    expect(await write({ courseId, content: webinar })).toMatchObject({ ok: true });
    expect(await submit(courseId)).toMatchObject({ ok: true });
  });
});

describe("a provider calls a date off", () => {
  test("with a reason: nobody can buy it, and the purchase stage is told once", async () => {
    const courseId = (await sold()) as CourseId;
    await add(courseId);
    const [schedule] = await findOwnSchedules(OURS, courseId, now);
    const scheduleId = schedule?.id ?? "";
    expect(await cancel(courseId, scheduleId, stranger)).toMatchObject({
      refusal: { code: "schedule-unknown" },
    });
    expect(await cancel(courseId, scheduleId)).toMatchObject({ ok: true });
    expect(await cancel(courseId, scheduleId)).toMatchObject({
      refusal: { code: "schedule-cancelled-before" },
    });
    expect(await findSchedules(courseId, now)).toEqual([]);
    expect((await findOwnSchedules(OURS, courseId, now))[0]).toMatchObject({
      ...{ cancelReason: "Pelatih sakit.", isOpen: false, buyers: 0 },
      cancelledAt: now,
    });
    expect(await cancellationsOf(scheduleId)).toEqual([{ courseId, scheduleId }]);
    const audit = await database().auditEvent.findFirst({
      where: { action: "schedule-cancelled", subject: `course:${courseId}` },
    });
    expect(audit?.details).toMatchObject({ reason: "Pelatih sakit.", buyers: 0 });
  });

  test("not once it has begun", async () => {
    const courseId = await sold();
    await add(courseId);
    const [schedule] = await findOwnSchedules(OURS, courseId, now);
    expect(await cancel(courseId, schedule?.id ?? "", provider, starts)).toMatchObject({
      refusal: { code: "schedule-has-begun" },
    });
  });
});

describe("anybody", () => {
  test("sees the sample lesson of a course that is offered, and no other", async () => {
    expect(await findSampleLesson("menulis-cv-dan-wawancara")).toMatchObject({ title: "CV Satu Halaman" });
    expect(await findSampleLesson("tidak-ada")).toBeNull();
    const slug = "kebersihan-pengolahan-pangan";
    await database().course.update({ where: { slug }, data: { sampleLesson: null } });
    expect(await findSampleLesson(slug)).toBeNull();
    await database().course.update({ where: { slug }, data: { sampleLesson: 2, active: false } });
    expect(await findSampleLesson(slug)).toBeNull();
  });

  test("finds in the catalogue that every course names its trainer, syllabus, conditions and sample", async () => {
    const courses = await database().course.findMany({
      where: { code: { not: "" } },
      select: { slug: true },
    });
    const told = await Promise.all(courses.map(({ slug }) => findCourse(slug, now)));
    for (const course of told.filter((found) => found?.lessons.length === 3)) {
      expect(course?.trainer.name, course?.slug).not.toBe("");
      expect(course?.syllabus.length, course?.slug).toBeGreaterThan(1);
      expect(course?.minimumAge).toBeGreaterThanOrEqual(18);
    }
    const modes = new Set(told.map((course) => course?.mode));
    expect(modes).toEqual(new Set(["self_paced", "webinar", "face_to_face"]));
    expect((await findCourse("menulis-cv-dan-wawancara", now))?.mode).toBe("self_paced");
  });
});
