import { z } from "zod";
import { courseContent } from "../schema.ts";
import type { CourseField } from "../types/authoring.ts";

/** Reads with `schema`, and says what is wrong at the field itself: a list is one field of the form. */
export const atField = <Schema extends z.ZodType>(schema: Schema) =>
  z.unknown().transform((value, context): z.output<Schema> => {
    const read = schema.safeParse(value);
    if (read.success) return read.data;
    for (const { message } of read.error.issues) context.addIssue({ code: "custom", message });
    return z.NEVER;
  });

/** What may still be missing: null. What is there is read as strictly as in a whole course. */
const open = <Schema extends z.ZodType>(schema: Schema) => atField(schema.nullable());

const { shape } = courseContent;
const { shape: section } = shape.syllabus.element;

/** The facts of a course while it is written: the same as courseContent, and any of them may be missing. */
export const courseDraft = z.strictObject({
  ...{ title: open(shape.title), titleEn: open(shape.titleEn) },
  ...{ summary: open(shape.summary), summaryEn: open(shape.summaryEn), description: open(shape.description) },
  outcomes: atField(z.array(shape.outcomes.element).max(6, "course-outcomes-count")),
  ...{ category: open(shape.category), platform: open(shape.platform), mode: open(shape.mode) },
  ...{ price: open(shape.price), hours: open(shape.hours), level: open(shape.level) },
  ...{ minimumAge: open(shape.minimumAge), minimumEducation: shape.minimumEducation },
  trainer: z.strictObject({
    name: open(shape.trainer.shape.name),
    about: open(shape.trainer.shape.about),
  }),
  syllabus: z
    .array(z.strictObject({ title: open(section.title), text: open(section.text) }))
    .max(8, "not-valid"),
  sampleLesson: shape.sampleLesson,
});

export type CourseDraft = z.output<typeof courseDraft>;

/** What a draft lacks before it may be handed in, as the fields of its form in their order; none when it is whole. */
export function openFields(draft: CourseDraft): readonly CourseField[] {
  const whole = courseContent.safeParse(draft);
  return whole.success ? [] : [...new Set(whole.error.issues.map(({ path }) => fieldOf(path)))];
}

function fieldOf([name, second, third]: readonly PropertyKey[]): CourseField {
  if (name === "trainer") return second === "name" ? "trainer.name" : "trainer.about";
  if (name !== "syllabus") return String(name) as CourseField;
  if (second === undefined) return "syllabus.0.title";
  return `syllabus.${Number(second)}.${third === "title" ? "title" : "text"}`;
}
