import { describe, expect, test } from "vitest";
import {
  decideContent,
  HOURLY_CEILING,
  isOffered,
  priceCeiling,
} from "#features/catalogue/policy/content.ts";
import { courseContent } from "#features/catalogue/schema.ts";
import type { CourseMode } from "#features/catalogue/types.ts";

const rules = { trainingBalance: 1_000_000, minimumHours: 6 };
const sold = { slug: "kopi", mode: "self_paced" as const, lessons: 3, standingSchedules: 1 };
const fair = { mode: "self_paced" as CourseMode, price: 400_000, hours: 8, sampleLesson: 1 };

describe("the programme's rules of a course", () => {
  test("a fair course is allowed", () => {
    expect(decideContent(fair, sold, rules)).toEqual({ ok: true });
  });

  test.each([
    ["shorter than six hours", { hours: 5 }, { code: "course-too-short", minimum: 6 }],
    [
      "dearer than the balance",
      { hours: 40, price: 1_000_001 },
      { code: "course-price-above-balance", balance: "Rp1.000.000" },
    ],
    [
      "dearer than its hours allow",
      { hours: 6, price: 480_001 },
      { code: "course-price-above-ceiling", ceiling: "Rp480.000", hourly: "Rp80.000" },
    ],
    [
      "with a sample that it does not have",
      { sampleLesson: 4 },
      { code: "course-sample-unknown", lessons: 3 },
    ],
    [
      "held otherwise while dates are open",
      { mode: "webinar" as const },
      { code: "course-mode-has-schedules", schedules: 1 },
    ],
  ])("a course %s is refused", (_what, spoilt, refusal) => {
    expect(decideContent({ ...fair, ...spoilt }, sold, rules)).toEqual({ ok: false, refusal });
  });

  test.each<[CourseMode, number, number]>([
    ["self_paced", 6, 480_000],
    ["webinar", 6, 600_000],
    ["face_to_face", 6, 900_000],
    ["face_to_face", 7, 1_000_000],
    ["self_paced", 13, 1_000_000],
  ])("%s for %i hours costs at most Rp%i", (mode, hours, ceiling) => {
    expect(priceCeiling(mode, hours, rules)).toBe(ceiling);
    const at = (price: number) => decideContent({ mode, price, hours, sampleLesson: null }, null, rules).ok;
    expect([at(ceiling), at(ceiling + 1)]).toEqual([true, false]);
  });

  test("a higher balance lifts the ceiling, never the price of an hour", () => {
    expect(priceCeiling("webinar", 60, { trainingBalance: 3_500_000, minimumHours: 15 })).toBe(3_500_000);
    expect(priceCeiling("webinar", 15, { trainingBalance: 3_500_000, minimumHours: 15 })).toBe(
      15 * HOURLY_CEILING.webinar,
    );
  });

  test("a new course may change its way of learning, and has no lesson to show", () => {
    expect(decideContent({ ...fair, sampleLesson: null }, null, rules).ok).toBe(true);
    expect(decideContent(fair, null, rules)).toMatchObject({ refusal: { code: "course-sample-unknown" } });
    const idle = { ...sold, standingSchedules: 0 };
    expect(decideContent({ ...fair, mode: "webinar" }, idle, rules).ok).toBe(true);
  });

  test("a self-paced course without lessons is not offered; one with a date is", () => {
    expect([isOffered("self_paced", 0), isOffered("self_paced", 1)]).toEqual([false, true]);
    expect([isOffered("webinar", 0), isOffered("face_to_face", 0)]).toEqual([true, true]);
  });
});

describe("the facts of a course", () => {
  const whole = {
    ...{ title: "Merangkai Bunga", titleEn: "Flower arranging", summary: "Singkat.", summaryEn: "Short." },
    ...{
      description: "Isi.",
      outcomes: ["satu", "dua", "tiga"],
      category: "kreatif",
      platform: "kelas-sagu",
    },
    ...{ mode: "webinar", price: 300_000, hours: 6, level: "dasar", minimumAge: 18, minimumEducation: null },
    trainer: { name: "Sari", about: "Perangkai bunga." },
    syllabus: [{ title: "Satu", text: "Isi." }],
    sampleLesson: null,
  };

  test("are taken whole", () => {
    expect(courseContent.parse(whole)).toEqual(whole);
  });

  test.each<[string, object, string]>([
    ["no title", { title: "  " }, "required"],
    ["a title of invisible signs", { title: "\u200b" }, "required"],
    ["a summary over 160 letters", { summary: "a".repeat(161) }, "too-long"],
    ["two outcomes", { outcomes: ["satu", "dua"] }, "course-outcomes-count"],
    ["seven outcomes", { outcomes: Array(7).fill("a") }, "course-outcomes-count"],
    ["no section", { syllabus: [] }, "course-syllabus-missing"],
    ["half a rupiah", { price: 1000.5 }, "number-only"],
    ["a minor", { minimumAge: 17 }, "not-valid"],
    ["another way of learning", { mode: "telepati" }, "choose-one"],
    ["an education of nobody", { minimumEducation: "wizard" }, "choose-one"],
  ])("with %s are refused", (_what, spoilt, message) => {
    const read = courseContent.safeParse({ ...whole, ...spoilt });
    expect(read.error?.issues.map((issue) => issue.message)).toContain(message);
  });

  test("nothing is slipped in", () => {
    expect(courseContent.safeParse({ ...whole, provider: "balai-karya-sentana" }).success).toBe(false);
  });
});
