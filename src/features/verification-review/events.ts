import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A member of the staff has decided on a doubt or an appeal. */
export const reviewDecided = defineEvent(
  "review-decided",
  z.object({
    participantId: z.uuid(),
    decision: z.enum(["verified", "refused"]),
    /** What to tell the person, as a code; null when verified. */
    reason: z.string().nullable(),
  }),
);

/** An appeal has its answer. A check that stays refused says nothing of it, so that the person is told by this. */
export const appealDecided = defineEvent(
  "appeal-decided",
  z.object({ participantId: z.uuid(), decision: z.enum(["verified", "refused"]) }),
);
