import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Every lesson and the quiz of a training are behind the person: it can be reviewed. */
export const trainingCompleted = defineEvent(
  "training-completed",
  z.object({ participantId: z.uuid(), courseId: z.uuid(), purchaseId: z.uuid() }),
);
