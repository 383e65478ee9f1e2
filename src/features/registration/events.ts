import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A photo of a KTP or a face was kept: what can be read in it is to be read. */
export const photoKept = defineEvent(
  "photo-kept",
  z.object({ participantId: z.uuid(), documentId: z.uuid(), kind: z.enum(["id_card", "selfie"]) }),
);

/** The code that was sent to the phone of a registration came back. */
export const phoneVerified = defineEvent("phone-verified", z.object({ participantId: z.uuid() }));

/** Someone sent their registration: it is to be verified. */
export const registrationSubmitted = defineEvent(
  "registration-submitted",
  z.object({ participantId: z.uuid() }),
);
