import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A provider called a schedule off before it began: who bought it and has not begun gets the money back. */
export const scheduleCancelled = defineEvent(
  "schedule-cancelled",
  z.object({ courseId: z.uuid(), scheduleId: z.uuid() }),
);

/** An operator has approved a version of a course or sent it back; its provider is told. */
export const courseJudged = defineEvent(
  "course-judged",
  z.object({ courseId: z.uuid(), version: z.int().positive() }),
);
