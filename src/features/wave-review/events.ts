import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** The figures of a wave are to be measured anew. */
export const waveMeasureWanted = defineEvent("wave-measure-wanted", z.object({ waveId: z.uuid() }));
