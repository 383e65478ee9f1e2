import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";
import { reviewReasons } from "./types.ts";

/** The check of a registration has come to an end. */
export const verificationFinished = defineEvent(
  "verification-finished",
  z.object({
    participantId: z.uuid(),
    status: z.enum(["verified", "refused"]),
    /** Refused for something that the person can mend and send again. */
    mendable: z.boolean().default(true),
  }),
);

/** The registers leave a doubt that a member of the staff has to settle. */
export const reviewWanted = defineEvent(
  "review-wanted",
  z.object({ participantId: z.uuid(), reason: z.enum(reviewReasons) }),
);
