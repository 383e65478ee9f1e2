import { describe, expect, test } from "vitest";
import { decideContent } from "#features/catalogue/policy/content.ts";
import { writeCourseInput } from "#features/catalogue/schema/authoring.ts";
import { courseDraft, openFields } from "#features/catalogue/schema/draft.ts";

const form = {
  ...{ title: "Merangkai Bunga", titleEn: "Flower arranging", summary: "Singkat.", summaryEn: "Short." },
  ...{ description: "Isi.", outcomes: "satu\ndua\ntiga", category: "kreatif", platform: "kelas-sagu" },
  ...{ mode: "webinar", price: "300.000", hours: "6", level: "dasar", minimumAge: "18" },
  ...{ minimumEducation: "", "trainer.name": "Sari", "trainer.about": "Perangkai bunga." },
  ...{ "syllabus.0.title": "Satu", "syllabus.0.text": "Isi.", sampleLesson: "" },
};
const read = (changes: Record<string, string>) => writeCourseInput.safeParse({ ...form, ...changes });
const missed = (changes: Record<string, string>) =>
  read(changes).error?.issues.map(({ path, message }) => [path.map(String).join("."), message]);
const handIn = { intent: "hand-in" };

describe("a draft of a course", () => {
  test("may hold nothing but a title", () => {
    const only = writeCourseInput.parse({ title: "Merangkai Bunga" });
    expect(only).toMatchObject({ courseId: null, handsIn: false });
    expect(only.content).toMatchObject({ title: "Merangkai Bunga", price: null, outcomes: [], syllabus: [] });
    expect(courseDraft.parse(only.content)).toEqual(only.content);
  });

  test("says what it lacks by the fields of its form, in their order", () => {
    const only = writeCourseInput.parse({ title: "Merangkai Bunga", level: "dasar", minimumAge: "18" });
    expect(openFields(courseDraft.parse(only.content))).toEqual([
      ...["titleEn", "summary", "summaryEn", "description", "outcomes", "category", "platform", "mode"],
      ...["price", "hours", "trainer.name", "trainer.about", "syllabus.0.title"],
    ]);
    const half = read({ "syllabus.1.title": "Dua" });
    expect(openFields(courseDraft.parse(half.data?.content))).toEqual(["syllabus.1.text"]);
  });

  test("lacks nothing when it is whole", () => {
    expect(openFields(courseDraft.parse(read({}).data?.content))).toEqual([]);
  });

  test.each<[string, Record<string, string>, string, string]>([
    ["a title that is too long", { title: "a".repeat(91) }, "title", "too-long"],
    ["a price in words", { price: "murah" }, "price", "number-only"],
    ["seven outcomes", { outcomes: "a\n".repeat(7) }, "outcomes", "course-outcomes-count"],
    ["an outcome that is too long", { outcomes: "a".repeat(161) }, "outcomes", "too-long"],
    ["a way of learning that is none", { mode: "telepati" }, "mode", "choose-one"],
  ])("is still told at its field of %s", (_what, changes, field, message) => {
    expect(missed(changes)).toEqual([[field, message]]);
  });

  test("breaks no rule with what it does not say", () => {
    const rules = { trainingBalance: 1_000_000, minimumHours: 6 };
    const nothing = { mode: null, price: null, hours: null, sampleLesson: null };
    const open = { slug: "kopi", mode: "webinar" as const, lessons: 0, standingSchedules: 1 };
    expect(decideContent(nothing, open, rules)).toEqual({ ok: true });
    expect(decideContent({ ...nothing, price: 900_000, hours: 6 }, open, rules)).toEqual({ ok: true });
    expect(decideContent({ ...nothing, price: 1_000_001 }, open, rules).ok).toBe(false);
    expect(decideContent({ ...nothing, hours: 5 }, open, rules).ok).toBe(false);
  });
});

describe("a course that is handed in", () => {
  test("is taken when it is whole", () => {
    expect(read(handIn).data).toMatchObject({ handsIn: true, content: { price: 300_000, hours: 6 } });
  });

  test("is told everything that it lacks, at the fields", () => {
    expect(missed({ ...handIn, titleEn: " ", price: "", mode: "", outcomes: "satu" })).toEqual([
      ["titleEn", "required"],
      ["outcomes", "course-outcomes-count"],
      ["mode", "choose-one"],
      ["price", "required"],
    ]);
    expect(missed({ ...handIn, "syllabus.0.title": "", "syllabus.0.text": "" })).toEqual([
      ["syllabus.0.title", "required"],
      ["syllabus.0.text", "required"],
    ]);
  });
});
