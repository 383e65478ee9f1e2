import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A person was determined as recipient: balance, card and term to buy begin. */
export const recipientDetermined = defineEvent(
  "recipient-determined",
  z.object({ participantId: z.uuid(), waveId: z.uuid() }),
);

/** A person was not selected in a published wave; the reason is a code that has a sentence. */
export const entryNotSelected = defineEvent(
  "entry-not-selected",
  z.object({ participantId: z.uuid(), waveId: z.uuid(), reason: z.string() }),
);
