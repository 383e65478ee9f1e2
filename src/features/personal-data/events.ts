import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** Somebody's account and data are to be erased. */
export const erasureDecided = defineEvent("erasure-decided", z.object({ participantId: z.uuid() }));
