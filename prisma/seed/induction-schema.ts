import { z } from "zod";
import { courseSchema, type Lesson } from "./course-schema.ts";

/** The three parts before the card: lessons without a question of their own; that is put by the page, in both languages. */
const part = z.strictObject(courseSchema.shape.lessons.element.shape).omit({ checkpoint: true });

export const inductionSchema = z.strictObject({
  slug: courseSchema.shape.slug,
  title: courseSchema.shape.title,
  category: courseSchema.shape.category,
  lessons: z.array(part).length(3),
});

/** A lesson as its video is made: with or without a question in it. */
export type FilmedLesson = Omit<Lesson, "checkpoint"> & Partial<Pick<Lesson, "checkpoint">>;

/** What the videos of a course, or of the induction, are made of. */
export type Film = {
  readonly slug: string;
  readonly title: string;
  readonly category: string;
  readonly lessons: readonly FilmedLesson[];
};
