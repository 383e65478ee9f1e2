import { z } from "zod";
import { isReadable, plainLine, plainText } from "#kernel/plain-text.ts";
import { courseLevels, courseModes, minimumEducations } from "./types.ts";

const line = (longest: number) =>
  z
    .string("required")
    .transform(plainLine)
    .pipe(z.string().min(1, "required").max(longest, "too-long").refine(isReadable, "not-valid"));
const text = (longest: number) =>
  z
    .string("required")
    .transform(plainText)
    .pipe(z.string().min(1, "required").max(longest, "too-long").refine(isReadable, "not-valid"));
const whole = (least: number, most: number) =>
  z
    .int({ error: ({ input }) => (input === null ? "required" : "number-only") })
    .min(least, "not-valid")
    .max(most, "not-valid");
const slug = z.string("choose-one").regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "choose-one");

const MOST_RUPIAH = 100_000_000;

/**
 * All facts of a course: what a version of it holds, and what an approved version writes into the course. Price in whole
 * rupiah. Whether the programme's rules allow these facts is decided in policy/content.ts.
 */
export const courseContent = z.strictObject({
  title: line(90),
  titleEn: line(90),
  summary: line(160),
  summaryEn: line(160),
  /** Paragraphs with an empty line between them. */
  description: text(4_000),
  outcomes: z.array(line(160)).min(3, "course-outcomes-count").max(6, "course-outcomes-count"),
  category: slug,
  platform: slug,
  mode: z.enum(courseModes, "choose-one"),
  price: whole(1_000, MOST_RUPIAH),
  hours: whole(1, 200),
  level: z.enum(courseLevels, "choose-one"),
  minimumAge: whole(18, 64),
  minimumEducation: z.enum(minimumEducations, "choose-one").nullable(),
  trainer: z.strictObject({ name: line(90), about: text(600) }),
  syllabus: z
    .array(z.strictObject({ title: line(90), text: text(600) }))
    .min(1, "course-syllabus-missing")
    .max(8, "not-valid"),
  /** The position of the lesson that anybody may see before buying. */
  sampleLesson: whole(1, 50).nullable(),
});

/** The sections as a course's row keeps them; what cannot be read is no section. */
export const keptSyllabus = z.array(z.object({ title: z.string(), text: z.string() })).catch([]);

export type CourseContent = z.output<typeof courseContent>;
