import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A code was made and is to be sent by its channel. */
export const oneTimeCodeWanted = defineEvent("one-time-code-wanted", z.object({ codeId: z.uuid() }));
