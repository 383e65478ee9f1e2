import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A person's test was handed in, by themselves or by the clock, and scored. */
export const testSubmitted = defineEvent(
  "test-submitted",
  z.object({ attemptId: z.uuid(), participantId: z.uuid(), passed: z.boolean() }),
);
