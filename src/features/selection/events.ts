import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** An operator asked for the list of a closed wave to be fixed. */
export const freezeWanted = defineEvent("freeze-wanted", z.object({ waveId: z.uuid() }));

/** Two administrators asked for the draw of a wave whose three values are known. */
export const drawWanted = defineEvent("draw-wanted", z.object({ waveId: z.uuid() }));
