import { z } from "zod";
import { minimumEducations } from "#features/catalogue/types.ts";

/** What a course file and the catalogue may hold. Links between files (provider, platform, category) are checked by the seeder. */

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "a slug: lower case letters, digits and single hyphens");
const text = z.string().trim().min(1);
const bilingual = z.strictObject({ id: text, en: text });

const clockTime = z.string().regex(/^([01]\d|2[0-3])\.[0-5]\d$/, "a time as 09.00");

const unique = (values: readonly string[]): boolean => new Set(values).size === values.length;

/** WCAG contrast of white text on a `#rrggbb` ground. */
const contrastWithWhite = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05);
};

const accent = z
  .string()
  .regex(/^#[0-9a-f]{6}$/, "a colour as #rrggbb")
  .refine((hex) => contrastWithWhite(hex) >= 4.5, "white text needs a contrast of 4.5 on the accent");

const question = z.strictObject({
  question: text,
  options: z.array(text).length(4).refine(unique, "options differ from each other"),
  answer: z.int().min(0).max(3),
  explain: text,
});

const step = z.strictObject({
  show: text.max(60),
  say: text,
  /** The same sentence spelled for the speech synthesiser, where it would misread `say`. */
  speak: text.optional(),
});

const slide = z.strictObject({ title: text.max(40), steps: z.array(step).min(1).max(3) });

const checkpoint = z.strictObject({ afterSlide: z.int().min(0), ...question.shape });

const lesson = z
  .strictObject({
    slug,
    title: text.max(40),
    accent,
    slides: z.array(slide).min(2).max(4),
    checkpoint,
  })
  .refine(
    (it) => it.checkpoint.afterSlide < it.slides.length - 1,
    "the checkpoint comes before the last slide",
  );

export const courseSchema = z
  .strictObject({
    slug,
    title: text,
    titleEn: text,
    provider: slug,
    platform: slug,
    category: slug,
    mode: z.enum(["self-paced", "webinar", "face-to-face"]),
    price: z.int().min(150_000).max(1_000_000),
    hours: z.int().min(6).max(12),
    level: z.enum(["dasar", "menengah"]),
    seats: z.int().min(1).max(2000),
    summary: text.max(160),
    summaryEn: text.max(160),
    description: text.refine((it) => [2, 3].includes(it.split("\n\n").length), "two or three paragraphs"),
    outcomes: z.array(text).min(3).max(5),
    minimumAge: z.int().min(18).max(64),
    minimumEducation: z.enum(minimumEducations).nullable(),
    trainer: z.strictObject({ name: text, about: text }),
    syllabus: z
      .array(z.strictObject({ title: text, text }))
      .min(1)
      .max(8),
    sampleLesson: z.int().min(1).max(3),
    /** Of a course with a date; weeks from the one in which the seed runs, weekdays from Monday = 1, times in WIB. */
    schedules: z
      .array(
        z.strictObject({
          week: z.int().min(1),
          weekday: z.int().min(1).max(7),
          from: clockTime,
          days: z.int().min(1),
          to: clockTime,
          place: text,
        }),
      )
      .min(1)
      .optional(),
    lessons: z
      .array(lesson)
      .length(3)
      .refine((all) => unique(all.map((it) => it.slug)), "lesson slugs differ from each other"),
    quiz: z.array(question).length(5),
  })
  .refine(
    (it) => (it.mode === "self-paced") === (it.schedules === undefined),
    "a course with a date has schedules, a self-paced one has none",
  );

const named = z.strictObject({ slug, name: text, about: bilingual });

export const catalogueSchema = z.strictObject({
  categories: z
    .array(z.strictObject({ code: slug, name: bilingual }))
    .min(1)
    .refine((all) => unique(all.map((it) => it.code)), "category codes differ from each other"),
  platforms: z
    .array(z.strictObject({ ...named.shape, commissionPercent: z.int().min(0).max(15) }))
    .min(1)
    .refine((all) => unique(all.map((it) => it.slug)), "platform slugs differ from each other"),
  providers: z
    .array(z.strictObject({ ...named.shape, city: text }))
    .min(1)
    .refine((all) => unique(all.map((it) => it.slug)), "provider slugs differ from each other"),
});

export type Course = z.infer<typeof courseSchema>;
export type Lesson = Course["lessons"][number];
export type Catalogue = z.infer<typeof catalogueSchema>;
