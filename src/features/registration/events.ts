import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";
import { registrationData } from "./types/changes.ts";

/** A photo of a KTP or a face was kept: what can be read in it is to be read. */
export const photoKept = defineEvent(
  "photo-kept",
  z.object({ participantId: z.uuid(), documentId: z.uuid(), kind: z.enum(["id_card", "selfie"]) }),
);

/** The code that was sent to the phone of a registration came back. */
export const phoneVerified = defineEvent("phone-verified", z.object({ participantId: z.uuid() }));

/** Someone sent their registration: it is to be verified. Also: someone changed one that was sent. */
export const registrationSubmitted = defineEvent(
  "registration-submitted",
  z.object({
    participantId: z.uuid(),
    /** What is not as it was when it was sent the last time; missing the first time. */
    changed: z.array(z.enum(registrationData)).optional(),
  }),
);
