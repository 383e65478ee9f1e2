import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A recipient's balance and card are there; the first training is to be bought until then. */
export const balanceOpened = defineEvent(
  "balance-opened",
  z.object({ participantId: z.uuid(), until: z.iso.datetime() }),
);
