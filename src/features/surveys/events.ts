import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A survey can be filled in from now on: the person is told. */
export const surveyOpened = defineEvent(
  "survey-opened",
  z.object({ participantId: z.uuid(), number: z.int().positive() }),
);

/** A survey was filled in: its incentive may be scheduled. What was answered plays no part. */
export const surveySubmitted = defineEvent(
  "survey-submitted",
  z.object({ participantId: z.uuid(), number: z.int().positive() }),
);
