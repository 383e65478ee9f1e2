import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Someone sent their registration: it is to be verified. */
export const registrationSubmitted = defineEvent(
  "registration-submitted",
  z.object({ participantId: z.uuid() }),
);
