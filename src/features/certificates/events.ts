import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A certificate was issued: its holder is told. */
export const certificateIssued = defineEvent(
  "certificate-issued",
  z.object({ participantId: z.uuid(), certificateId: z.uuid() }),
);
