import { z } from "zod";
import { defineEvent } from "#kernel/event.ts";

/** A person joined a wave; the result comes after its closing. */
export const waveJoined = defineEvent("wave-joined", z.object({ participantId: z.uuid(), waveId: z.uuid() }));
