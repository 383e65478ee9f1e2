import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A provider called a schedule off before it began: who bought it and has not begun gets the money back. */
export const scheduleCancelled = defineEvent(
  "schedule-cancelled",
  z.object({ courseId: z.uuid(), scheduleId: z.uuid() }),
);
