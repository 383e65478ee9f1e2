import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A letter to this person's address came back for good, or the box is full. */
export const letterBounced = defineEvent(
  "letter-bounced",
  z.object({ participantId: z.uuid(), bounce: z.enum(["address-unknown", "mailbox-full", "not-possible"]) }),
);
