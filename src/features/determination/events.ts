import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Two operators agreed that a wave's result is published; the worker does it. */
export const publicationWanted = defineEvent("publication-wanted", z.object({ waveId: z.uuid() }));

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

/** An objection to the result of a wave was answered. */
export const objectionAnswered = defineEvent(
  "objection-answered",
  z.object({ participantId: z.uuid(), waveId: z.uuid(), outcome: z.enum(["upheld", "rejected"]) }),
);
