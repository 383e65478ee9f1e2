import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A finished training was reviewed: certificate, incentive and the next purchase may follow. */
export const trainingReviewed = defineEvent(
  "training-reviewed",
  z.object({ participantId: z.uuid(), courseId: z.uuid(), purchaseId: z.uuid() }),
);
