import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** The register agreed with a registration, or it did not. */
export const verificationFinished = defineEvent(
  "verification-finished",
  z.object({ participantId: z.uuid(), status: z.enum(["verified", "refused"]) }),
);
